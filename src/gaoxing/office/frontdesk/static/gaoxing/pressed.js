// What is pressed while another request is under way waits for its turn. An element that is gone by then would send nothing, so the part of the page it
// stands in is not renewed before its own answer renews it.
const waiting = new Set();
let answered = null;

// The part holds something that was pressed and is not answered yet; the answer that is being read now is no longer waited for.
export const waits = (part) => [...waiting].some((each) => each !== answered
  && (part.contains(each) || (each.tagName === "FORM" && [...each.elements].some((field) => part.contains(field)))));

document.addEventListener("htmx:confirm", ({ detail }) => { waiting.add(detail.elt); });
document.addEventListener("htmx:beforeSwap", ({ detail }) => { answered = detail.requestConfig.elt; });
for (const moment of ["htmx:afterRequest", "htmx:validation:halted"]) {
  document.addEventListener(moment, ({ detail }) => { waiting.delete(detail.requestConfig?.elt ?? detail.elt); });
}

// Which button it was is forgotten when the focus goes elsewhere meanwhile.
document.addEventListener("htmx:configRequest", ({ detail }) => {
  const button = detail.triggeringEvent?.submitter;
  if (button?.isConnected && button.name && !detail.parameters[button.name]) detail.parameters[button.name] = button.value;
});
