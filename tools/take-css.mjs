// Takes from the component library only the components named, and from the theme only the tokens those need.
import { readFileSync, writeFileSync } from "node:fs";

const [namesFile, componentsFile, themeFile, componentsOut, tokensOut] = process.argv.slice(2);
const names = readFileSync(namesFile, "utf8").split("\n").filter((line) => line && !line.startsWith("#"));
const taken = new RegExp(`^utrecht-(${names.join("|")})(__|--|$)`);
// Classes that only exist to show a state in a style guide, and variants for other frameworks.
const showcase = /--(hover|focus|focus-visible|active|pressed|visited|react|start|end|busy)(?![\w-])/;

const withoutComments = (css) => css.replace(/\/\*[\s\S]*?\*\//g, "");

function blocks(css) {
  const found = [];
  let depth = 0, start = 0, open = 0;
  for (let at = 0; at < css.length; at++) {
    if (css[at] === "{" && depth++ === 0) open = at;
    else if (css[at] === "}" && --depth === 0) {
      found.push({ head: css.slice(start, open).trim(), body: css.slice(open + 1, at) });
      start = at + 1;
    } else if (css[at] === ";" && depth === 0) start = at + 1;
  }
  return found;
}

function selectors(head) {
  const parts = [];
  let depth = 0, start = 0;
  for (let at = 0; at <= head.length; at++) {
    if (head[at] === "(") depth++;
    if (head[at] === ")") depth--;
    if (at === head.length || (head[at] === "," && depth === 0)) {
      parts.push(head.slice(start, at).replace(/\s+/g, " ").trim());
      start = at + 1;
    }
  }
  return parts;
}

function wanted(selector) {
  const classes = [...selector.matchAll(/\.([\w-]+)/g)].map((match) => match[1]);
  return classes.length > 0 && classes.every((name) => taken.test(name)) && !showcase.test(selector);
}

function take(css) {
  return blocks(css).map(({ head, body }) => {
    if (head.startsWith("@")) {
      if (head.includes("-ms-high-contrast") && !head.includes("forced-colors")) return "";
      const inner = head.startsWith("@keyframes") || head.startsWith("@supports") ? "" : take(body);
      return inner && `${head.replace("screen and (-ms-high-contrast: active), ", "")} {\n${inner}}\n`;
    }
    const kept = selectors(head).filter(wanted);
    const lines = body.replace(/\s+/g, " ").replace(/\( /g, "(").replace(/ \)/g, ")").trim();
    return kept.length && lines ? `${kept.join(",\n")} {\n  ${lines.replace(/; /g, ";\n  ")}\n}\n` : "";
  }).join("");
}

const uses = (css) => [...css.matchAll(/var\(\s*(--[\w-]+)/g)].map((match) => match[1]);

let components = take(withoutComments(readFileSync(componentsFile, "utf8")));

const tokens = new Map();
for (const { body } of blocks(withoutComments(readFileSync(themeFile, "utf8"))))
  for (const line of body.split(";")) {
    const match = /^\s*(--[\w-]+)\s*:\s*([\s\S]+)$/.exec(line);
    if (match) tokens.set(match[1], match[2].trim());
  }

// Brink's own palette replaces every colour of the example theme: see Styles/tokens.css.
const ownColour = (name) => name.startsWith("--basis-color-") || name.startsWith("--voorbeeld-");
const needed = new Set();
const pending = uses(components);
while (pending.length) {
  const name = pending.pop();
  if (needed.has(name) || !tokens.has(name) || ownColour(name)) continue;
  needed.add(name);
  pending.push(...uses(tokens.get(name)));
}

writeFileSync(componentsOut, components);
writeFileSync(
  tokensOut,
  `.voorbeeld-theme {\n${[...needed].sort().map((name) => `  ${name}: ${tokens.get(name)};\n`).join("")}}\n`,
);
