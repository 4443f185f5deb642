"use strict";
// Comfort only: every page works without. It sends nothing and remembers nothing.
(() => {
  const all = (query, root = document) => [...root.querySelectorAll(query)];
  const press = (query, act) => {
    for (const button of all(query)) {
      button.hidden = false;
      button.onclick = () => act(button);
    }
  };
  press("[data-print]", () => print());
  press("[data-copy]", async (button) => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = button.dataset.done;
  });

  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const select = document.getElementById("tz");
  if (select && !select.value && timeZone) {
    const known = [...select].find((option) => option.dataset.zone === timeZone);
    if (known) known.selected = true;
    else if (timeZone.includes("/"))
      select.add(new Option(timeZone.split("/").pop().replaceAll("_", " "), timeZone, false, true), 1);
  }

  const badge = document.getElementById("now")?.content.firstElementChild;
  if (!badge) return;
  const told = (value, unit) =>
    new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit, unitDisplay: "long" }).format(value);
  const mark = () => {
    const now = Date.now();
    for (const row of all("[data-start]")) {
      const [start, end] = [Date.parse(row.dataset.start), Date.parse(row.dataset.end)];
      const on = start <= now && now < end && !row.matches(".cancelled");
      all(".now", row).forEach((old) => old.remove());
      row.classList.toggle("current", on);
      row.ariaCurrent = on ? "time" : null;
      if (end <= now) all(".state.moved", row).forEach((old) => old.remove());
      if (!on) continue;
      const [mine, left] = [badge.cloneNode(true), Math.ceil((end - now) / 6e4)];
      const [words, bar] = [mine.querySelector("[data-left]"), mine.querySelector("progress")];
      words.textContent = words.dataset.left.replace("{left}", left < 90 ? told(left, "minute") : told(Math.round(left / 60), "hour"));
      [bar.max, bar.value] = [end - start, now - start];
      row.querySelector(".body").prepend(mine);
    }
    for (const grid of all(".daygrid")) {
      all(".line", grid).forEach((old) => old.remove());
      const ticks = all(".tick", grid);
      const at = ticks.findLast((tick) => Date.parse(tick.dataset.at) <= now);
      const past = at && (now - Date.parse(at.dataset.at)) / 18e5;
      if (!at || past >= 1) continue;
      const line = document.createElement("p");
      line.className = "line";
      line.ariaHidden = "true";
      line.style.top = `${at.offsetTop + past * at.offsetHeight}px`;
      const clock = Date.parse(`1970-01-01T${at.firstElementChild.textContent}Z`) + past * 18e5;
      line.appendChild(document.createElement("span")).textContent = new Date(clock).toISOString().slice(11, 16);
      at.before(line);
    }
  };
  mark();
  setInterval(mark, 3e4);
})();
