// Reacting to chosen words: who selects some in a section gets a button that leads to the form with those words in it.
// Without this, one reacts to the section.

const most = 600;
const holder = document.querySelector("[data-passage-button]");
const link = holder?.querySelector("a");

function chosen() {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const words = selection.toString().replace(/\s+/g, " ").trim();
  const start = range.startContainer;
  const part = (start.nodeType === 1 ? start : start.parentElement)?.closest("[data-passage]");
  return part?.dataset.passage && part.contains(range.endContainer) && words && words.length <= most
    ? { part, range, words }
    : null;
}

function offer() {
  const found = chosen();
  holder.hidden = !found;
  if (!found) return;
  const before = document.createRange();
  before.selectNodeContents(found.part);
  before.setEnd(found.range.startContainer, found.range.startOffset);
  const at = before.toString().replace(/\s+/g, " ").trimStart().length;
  const address = new URL(found.part.dataset.passage, location.href);
  address.searchParams.set("citaat", found.words);
  address.searchParams.set("vanaf", String(at));
  link.href = address.href;
  found.part.after(holder);
}

if (holder) {
  document.addEventListener("mouseup", () => setTimeout(offer));
  document.addEventListener("keyup", (event) => event.shiftKey && setTimeout(offer));
  document.addEventListener("touchend", () => setTimeout(offer));
}
