// The front desk works without this file; it only makes typing smoother.
"use strict";
(() => {
  const notice = document.getElementById("notice");
  const tell = (text) => {
    const said = document.createElement("p");
    said.className = "notice";
    said.textContent = text;
    notice.ownerDocument.getElementById("notice").replaceChildren(said);
  };

  // A word half spelt in an input method is no word yet.
  document.addEventListener("input", (event) => { if (event.isComposing) event.stopImmediatePropagation(); }, true);
  document.addEventListener("compositionend", (event) => {
    setTimeout(() => event.target.dispatchEvent(new Event("input", { bubbles: true })));
  });

  document.addEventListener("htmx:sendError", () => tell("连不上服务器，刚才这一步没有保存。您写的话还在框里，请过一会儿再点“填表”。"));
  document.addEventListener("htmx:timeout", () => tell("等了很久没有回音，刚才这一步没有保存。请再点一次“填表”。"));
  document.addEventListener("htmx:responseError", (event) => {
    if (!event.detail.xhr.responseText.includes('id="notice"')) tell("系统出了故障，这一步没有保存。您写的话还在框里，请稍后再试。");
  });

  // One way to begin again at a time: a click elsewhere closes the question.
  document.addEventListener("click", (event) => {
    for (const open of document.querySelectorAll("details.ask-once[open]")) if (!open.contains(event.target)) open.open = false;
  });
})();
