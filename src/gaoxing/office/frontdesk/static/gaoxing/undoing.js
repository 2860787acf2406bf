// Ctrl+Z and Ctrl+Y outside of text fields press the buttons for it; inside, they stay the field's own.
"use strict";
(() => {
  const TEXT = "textarea, select, input:not([type=hidden], [type=submit], [type=button], [type=checkbox], [type=radio]), [contenteditable]";
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.isComposing || !(event.ctrlKey || event.metaKey) || event.target.closest?.(TEXT)) return;
    const key = event.key.toLowerCase();
    const wanted = key === "y" || (key === "z" && event.shiftKey) ? "[data-redo]" : key === "z" ? "[data-undo]" : "";
    const form = wanted && document.querySelector(wanted);
    if (!form) return;
    event.preventDefault();
    form.requestSubmit();
  });
})();
