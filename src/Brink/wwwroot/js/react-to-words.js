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
  // Put in its place again it would lose the focus.
  if (holder.previousElementSibling !== found.part) found.part.after(holder);
}

if (holder) {
  let later;
  document.addEventListener("mouseup", () => setTimeout(offer));
  document.addEventListener("touchend", () => setTimeout(offer));
  document.addEventListener("keyup", (event) => {
    if (event.key === "Shift" || event.key.startsWith("Arrow")) setTimeout(offer);
  });
  // By whatever means: handles on a telephone, a screen reader. It never takes the button away from under a finger.
  document.addEventListener("selectionchange", () => {
    clearTimeout(later);
    later = setTimeout(() => chosen() && offer(), 250);
  });
}
