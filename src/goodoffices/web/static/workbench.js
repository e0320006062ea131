// What the pages do beyond links and forms. Without it everything works, a page at a time.

const said = (words) => {
  const region = document.getElementById("said");
  if (region) region.textContent = words;
};
document.documentElement.classList.add("scripted");

// The address that is shown. A place on the page is no other page: asking anew would send a typed form twice.
const address = () => location.pathname + location.search;
let shown = address();
addEventListener("popstate", () => {
  if (address() !== shown) location.reload();
});

// The glass: a date moved shows the same page through it, and says so.
let looking = 0;
async function look(form) {
  const mine = ++looking;
  const asked = new URL(form.action);
  for (const [name, value] of new FormData(form)) if (value) asked.searchParams.append(name, value);
  const answer = await fetch(asked, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (mine !== looking) return; // somebody looks elsewhere by now
  const focused = document.activeElement?.getAttribute("name");
  for (const part of ["main", ".pages", ".colophon", ".glass"]) {
    const old = document.querySelector(part);
    const fresh = page.querySelector(part);
    if (old && fresh) old.replaceWith(document.adoptNode(fresh));
  }
  document.title = page.title;
  if (answer.url !== location.href) history.pushState({}, "", answer.url);
  shown = address();
  begin();
  if (focused) document.querySelector(`.glass [name="${focused}"]`)?.focus();
  const dates = document.querySelector(".colophon p")?.firstChild ? document.querySelector(".colophon p").textContent : page.title;
  said(dates.replace(/\s+/g, " ").trim());
}

function glass() {
  const form = document.querySelector("form.glass");
  if (!form) return;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    look(form);
  });
  form.addEventListener("change", (event) => {
    if (event.target.type === "checkbox" || event.target.type === "date") form.requestSubmit();
  });
}

// Review by keyboard: one key a verdict, the next proposal follows.
function review() {
  const list = document.querySelector("[data-review]");
  if (!list) return;
  const items = [...list.children];
  const judged = [];
  let latest = 0;
  let at = 0;
  const show = (place) => {
    items[at]?.classList.remove("current");
    at = Math.max(0, Math.min(place, items.length - 1));
    items[at].classList.add("current");
    items[at].focus({ preventScroll: true });
    items[at].scrollIntoView({ block: "nearest" });
  };
  const onward = () => {
    const next = items.findIndex((item, place) => place > at && !item.classList.contains("judged"));
    if (next >= 0) return show(next);
    Promise.all(judged.map((one) => one.sent)).then((answers) => {
      if (answers.every(Boolean)) location.assign(list.dataset.next);
    });
  };
  const send = async (item, verdict) => {
    const form = item.querySelector("form");
    const body = new URLSearchParams(new FormData(form));
    body.set("verdict", verdict);
    try {
      const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
      const told = await answer.json();
      if (!answer.ok) throw new Error(`${told.rule}. ${told.value} ${told.remedy}`);
      const waiting = document.querySelector("[data-waiting]");
      if (waiting && told.seq > latest) waiting.textContent = told.waiting.toLocaleString("en");
      latest = Math.max(latest, told.seq); // answers overtake each other
      return told;
    } catch (error) {
      item.classList.remove("judged");
      item.querySelector("[data-verdict]").textContent = `✕ ${error.message}`;
      said(error.message);
      return null;
    }
  };
  const judge = (item, verdict) => {
    const words = item.querySelector(`button[value=${verdict}]`).textContent;
    item.classList.add("judged");
    item.querySelector("[data-verdict]").textContent = `${verdict === "accept" ? "✓" : "✕"} ${words}`;
    item.querySelector("[data-undo]").hidden = false;
    judged.push({ item, sent: send(item, verdict) });
    said(`${words}: ${item.getAttribute("aria-label")}`);
    show(items.indexOf(item));
    onward();
  };
  const undo = async () => {
    const last = judged.pop();
    if (!last) return;
    if (!(await last.sent)) return;
    last.item.classList.remove("judged");
    last.item.querySelector("[data-verdict]").textContent = "…";
    const told = await send(last.item, "undo");
    if (told) last.item.querySelector("[data-verdict]").textContent = `○ ${told.state}`;
    last.item.querySelector("[data-undo]").hidden = true;
    said(last.item.querySelector("[data-undo]").textContent);
    show(items.indexOf(last.item));
  };
  list.addEventListener("submit", (event) => {
    event.preventDefault();
    const verdict = event.submitter?.value;
    if (verdict === "undo") {
      const place = judged.findIndex((one) => one.item === event.target.closest("li"));
      judged.push(...judged.splice(place, 1));
      undo();
    } else judge(event.target.closest("li"), verdict);
  });
  const keys = {
    j: () => show(at + 1),
    k: () => show(at - 1),
    a: () => judge(items[at], "accept"),
    r: () => judge(items[at], "reject"),
    e: () => items[at].querySelector("[data-edit]").click(),
    o: () => items[at].querySelector("[data-open]").click(),
    u: undo,
    "?": () => document.getElementById("keys").showModal(),
  };
  reviewing = (event) => {
    const typing = event.target.closest?.("input, select, textarea, dialog, [contenteditable]");
    if (typing || event.ctrlKey || event.altKey || event.metaKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  };
  document.querySelector("[data-help]")?.addEventListener("click", keys["?"]);
  list.addEventListener("focusin", (event) => {
    const item = event.target.closest("li");
    if (item && items[at] !== item) {
      items[at].classList.remove("current");
      at = items.indexOf(item);
      item.classList.add("current");
    }
  });
  const named = items.findIndex((item) => `#${encodeURIComponent(item.id)}` === location.hash);
  show(named >= 0 ? named : 0);
}
let reviewing = null;
document.addEventListener("keydown", (event) => reviewing?.(event));

// A claim and its words: a click on one shows the other, all of it.
function sheet() {
  const page = document.querySelector("[data-sheet]");
  if (!page) return;
  const pieces = [...page.querySelectorAll(".evidence")];
  const choose = (claim) => {
    for (const item of page.querySelectorAll("[data-claim]")) item.classList.toggle("chosen", item.dataset.claim === claim);
    for (const piece of pieces) piece.classList.toggle("chosen", piece.dataset.claims.split(" ").includes(claim));
  };
  page.addEventListener("click", (event) => {
    const piece = event.target.closest(".evidence");
    const item = event.target.closest("[data-claim]");
    if (piece) choose(piece.dataset.claims.split(" ")[0]);
    else if (item && event.target.closest(".to-words")) choose(item.dataset.claim);
  });
  const chosen = page.querySelector("[data-claim].chosen");
  if (chosen) {
    choose(chosen.dataset.claim);
    chosen.scrollIntoView({ block: "nearest" });
  }
}

// Files are dragged onto the form; what reading is at is told as it goes.
function drop() {
  const form = document.querySelector("[data-drop]");
  if (!form) return;
  const files = form.querySelector("input[type=file]");
  for (const kind of ["dragenter", "dragover", "dragleave", "drop"])
    document.body.addEventListener(kind, (event) => {
      event.preventDefault();
      document.body.classList.toggle("dragging", kind === "dragenter" || kind === "dragover");
      if (kind === "dragenter") form.closest("details").open = true;
      if (kind === "drop" && event.dataTransfer?.files.length) {
        files.files = event.dataTransfer.files;
        form.requestSubmit();
      }
    });
}

let telling = null;
function progress() {
  const region = document.querySelector("[data-progress]");
  if (!region || telling) return;
  telling = new EventSource(region.dataset.progress);
  let was = null;
  telling.addEventListener("progress", (event) => {
    const now = JSON.parse(event.data);
    const busy = now.waiting > 0 || now.now !== "";
    if (busy || now.refused.length) region.removeAttribute("data-idle");
    region.querySelector("[data-now]").textContent = busy ? now.now || "…" : "✓";
    region.querySelector("[data-count]").textContent = `${now.done} / ${now.done + now.waiting}`;
    Object.assign(region.querySelector("progress"), { max: now.done + now.waiting || 1, value: now.done });
    region.querySelector("[data-refused]").replaceChildren(
      ...now.refused.map((one) => {
        const line = document.createElement("li");
        line.textContent = `✕ ${one.item}: ${one.rule} (${one.value}). ${one.remedy}`;
        return line;
      }),
    );
    if (was?.busy && !busy) location.reload();
    was = { busy };
  });
}

function begin() {
  reviewing = null;
  glass();
  review();
  sheet();
  drop();
  progress();
  document.querySelector(".pages [aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
}
addEventListener("pagehide", () => telling?.close());
begin();
