// The page /validate: sends the text to $validate and shows the findings at their lines. Everything that came from outside is written with textContent.
"use strict";

const texts = JSON.parse(document.getElementById("texts").textContent);
const field = id => document.getElementById(id);
const source = field("source"), profile = field("profile"), run = field("run"), file = field("file"), summary = field("summary"), result = field("result");
const order = { fatal: 0, error: 0, warning: 1, information: 2 };
let findings = [], outcome = null, name = "", checked = "", current = -1;

const say = (id, ...values) => values.reduce((text, value, at) => text.replaceAll(`{${at}}`, value), texts[id]);
const make = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes ?? {})) element.setAttribute(key, value);
  element.append(...children);
  return element;
};
const extension = (issue, name) => (issue.extension ?? []).find(one => one.url.endsWith(`/operationoutcome-issue-${name}`));
const kindOf = severity => severity === "fatal" ? "error" : severity;

// The rule's page: this server's own for its own profiles, the specification's for HL7's.
function addressOf(rule) {
  // A rule is named by its profile, the element's id, and in parentheses the key of the invariant.
  const [canonical, element] = rule.replace(/ \([^()]*\)$/, "").split("#");
  const [url] = canonical.split("|");
  if (!/^https?:\/\//.test(url)) return null;
  const own = texts.canonical + "/";
  if (url.startsWith(own)) return `/ig/${url.slice(own.length)}${element ? "#" + encodeURIComponent(element) : ""}`;
  const core = url.match(/^http:\/\/hl7\.org\/fhir\/(StructureDefinition|ValueSet|CodeSystem)\/([A-Za-z0-9.-]+)$/);
  if (core) {
    const type = core[2].toLowerCase();
    return core[1] === "ValueSet" ? `https://hl7.org/fhir/R4/valueset-${type}.html`
      : core[1] === "CodeSystem" ? `https://hl7.org/fhir/R4/codesystem-${type}.html`
      : /^[A-Z]/.test(core[2]) ? `https://hl7.org/fhir/R4/${type}.html` : `https://hl7.org/fhir/R4/extension-${type}.html`;
  }
  return element ? `${url}#${element}` : url;
}

async function validate() {
  const text = source.value;
  if (!text.trim()) { source.focus(); show("error", texts.empty); return; }
  run.disabled = true;
  show("", texts.working);
  result.hidden = true;
  try {
    const wanted = profile.value.trim();
    const address = texts.base + "/$validate" + (wanted ? "?profile=" + encodeURIComponent(wanted) : "");
    const answer = await fetch(address, {
      method: "POST",
      body: text,
      headers: {
        "Content-Type": text.replace(/^\uFEFF/, "").trimStart().startsWith("<") ? "application/fhir+xml" : "application/fhir+json",
        "Accept": "application/fhir+json",
        "Accept-Language": document.documentElement.lang,
      },
    });
    outcome = await answer.json();
    checked = text;
    present(text);
  } catch (fault) {
    show("error", say("failed", fault.message));
  } finally {
    run.disabled = false;
  }
}

function show(kind, text) {
  summary.className = "summary " + kind;
  summary.textContent = text;
  summary.hidden = false;
}

function present(text) {
  findings = (outcome.issue ?? [])
    .filter(issue => issue.code !== "informational" || (issue.expression ?? []).length > 0 || issue.severity !== "information")
    .map(issue => ({
      kind: kindOf(issue.severity),
      text: issue.details?.text ?? issue.diagnostics ?? issue.code,
      more: issue.details?.text && issue.diagnostics && !issue.diagnostics.startsWith("line ") ? issue.diagnostics : "",
      id: issue.details?.coding?.[0]?.code ?? "",
      expression: (issue.expression ?? [])[0] ?? "",
      line: extension(issue, "line")?.valueInteger ?? 0,
      column: extension(issue, "col")?.valueInteger ?? 0,
      rule: extension(issue, "source")?.valueString ?? "",
    }))
    .sort((a, b) => order[a.kind] - order[b.kind] || a.line - b.line || a.column - b.column);
  const count = kind => findings.filter(finding => finding.kind === kind).length;
  const errors = count("error"), warnings = count("warning"), notes = count("information");
  const rest = [warnings ? say(warnings === 1 ? "warning1" : "warnings", warnings) : "", notes ? say(notes === 1 ? "note1" : "notes", notes) : ""].filter(Boolean).join(", ");
  show(errors ? "error" : "good", (errors ? say(errors === 1 ? "error1" : "errors", errors) : texts.valid) + (rest ? ` (${rest})` : ""));
  for (const kind of ["error", "warning", "information"]) field(`count-${kind}`).textContent = count(kind);
  result.hidden = false;
  current = -1;
  draw(text);
  summary.focus();
}

function shown() {
  return findings.filter(finding => field(`show-${finding.kind}`).checked);
}

function draw(text) {
  const list = field("issues"), lines = field("lines");
  const visible = shown();
  list.replaceChildren(...visible.map((finding, at) => issueItem(finding, at)));
  if (visible.length === 0) list.append(make("li", { class: "muted" }, texts.none));

  const byLine = new Map();
  for (const finding of visible) byLine.set(finding.line, [...(byLine.get(finding.line) ?? []), finding]);
  const rows = text.split(/\r\n|\n|\r/);
  // A file of a hundred thousand lines is shown around its findings only.
  const near = rows.length > 20000 ? new Set([...byLine.keys()].flatMap(line => Array.from({ length: 11 }, (_, step) => line - 5 + step))) : null;
  const items = [];
  let left = false;
  rows.forEach((row, at) => {
    const number = at + 1;
    if (near && !near.has(number)) {
      if (!left) items.push(make("li", {}, make("span", { class: "number" }, "…"), make("span", { class: "text" })));
      left = true;
      return;
    }
    left = false;
    items.push(lineItem(number, row, byLine.get(number) ?? []));
  });
  lines.replaceChildren(...items);
}

function lineItem(number, row, here) {
  const worst = here.length ? here[0].kind : "";
  const text = make("span", { class: "text" });
  const cut = here.length && here[0].column > 0 ? Math.min(here[0].column - 1, row.length) : -1;
  if (cut >= 0 && row.length < 5000) {
    const length = /^("(?:[^"\\]|\\.)*"|[^\s,\]}<>]+|.)/.exec(row.slice(cut))?.[0].length ?? 1;
    text.append(row.slice(0, cut), make("mark", {}, row.slice(cut, cut + length) || " "), row.slice(cut + length));
  } else {
    text.textContent = row.length > 5000 ? row.slice(0, 5000) + " …" : row;
  }
  const item = make("li", { class: worst, id: `line-${number}` }, make("span", { class: "number" }, String(number)), text);
  for (const finding of here) item.append(make("span", { class: "note " + finding.kind }, finding.text));
  return item;
}

function issueItem(finding, at) {
  const item = make("li", { class: "issue " + finding.kind, tabindex: "-1" });
  const place = make("button", { type: "button", class: "place" }, say("line", finding.line));
  place.addEventListener("click", () => go(at));
  const head = make("div", {}, make("span", { class: "kind" }, texts[finding.kind]), " ");
  if (finding.line > 0) head.append(place);
  item.append(head, make("p", {}, finding.text));
  if (finding.more) item.append(make("p", { class: "where" }, finding.more));
  if (finding.expression) item.append(make("div", { class: "where mono" }, finding.expression));
  if (finding.rule) {
    const address = addressOf(finding.rule);
    item.append(make("div", { class: "where" }, texts.rule + " ", address ? make("a", { href: address, target: "_blank", rel: "noopener" }, finding.rule) : finding.rule));
  }
  return item;
}

function go(at) {
  const visible = shown();
  if (visible.length === 0) return;
  current = (at + visible.length) % visible.length;
  const items = field("issues").children;
  for (const item of items) item.classList.remove("current");
  items[current].classList.add("current");
  items[current].focus({ preventScroll: true });
  items[current].scrollIntoView({ block: "nearest" });
  field(`line-${visible[current].line}`)?.scrollIntoView({ block: "center" });
}

function report() {
  const head = [texts.title, name || texts.pasted, profile.value.trim() || texts.claimed, summary.textContent];
  const body = findings.map(finding => `${texts[finding.kind]} ${say("line", finding.line)}${finding.column ? ":" + finding.column : ""} ${finding.expression}\n  ${finding.text}` +
    `${finding.rule ? "\n  " + texts.rule + " " + finding.rule : ""}${finding.id ? "\n  " + texts.message + " " + finding.id : ""}`);
  return head.join("\n") + "\n\n" + body.join("\n\n") + "\n";
}

async function copy() {
  const text = report();
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without the clipboard's permission (a page over plain HTTP) the text is selected and copied the old way.
    const area = make("textarea", { class: "skip", "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  field("copied").textContent = texts.copied;
}

function save() {
  const link = make("a", { href: URL.createObjectURL(new Blob([JSON.stringify(outcome, null, 2)], { type: "application/fhir+json" })), download: (name || "outcome") + ".outcome.json" });
  link.click();
  URL.revokeObjectURL(link.href);
}

async function open(chosen) {
  if (!chosen) return;
  name = chosen.name;
  source.value = await chosen.text();
  field("name").textContent = name;
  await validate();
}

run.addEventListener("click", validate);
file.addEventListener("change", () => open(file.files[0]).then(() => { file.value = ""; }));
field("choose").addEventListener("click", () => file.click());
field("copy").addEventListener("click", copy);
field("save").addEventListener("click", save);
field("example").addEventListener("click", () => { name = ""; field("name").textContent = ""; source.value = field("wrong-example").textContent.trim(); validate(); });
source.addEventListener("input", () => { name = ""; field("name").textContent = ""; });
for (const event of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(event, dropping => {
    dropping.preventDefault();
    source.classList.toggle("over", event === "dragover");
    if (event === "drop") open(dropping.dataTransfer.files[0]);
  });
}
for (const kind of ["error", "warning", "information"]) field(`show-${kind}`).addEventListener("change", () => { current = -1; draw(checked); });
document.addEventListener("keydown", key => {
  if (key.key === "Enter" && (key.ctrlKey || key.metaKey)) { key.preventDefault(); validate(); return; }
  if (key.ctrlKey || key.metaKey || key.altKey || /^(TEXTAREA|INPUT|SELECT)$/.test(document.activeElement.tagName)) return;
  if (key.key === "j") go(current + 1);
  if (key.key === "k") go(current < 0 ? -1 : current - 1);
  if (key.key === "c" && !result.hidden) copy();
});
const asked = new URLSearchParams(location.search).get("profile");
if (asked) profile.value = asked;
