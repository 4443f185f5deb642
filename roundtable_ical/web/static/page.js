"use strict";
// Comfort only: all of the page works without it. It sends nothing and remembers nothing.
(() => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const select = document.getElementById("tz");
  if (select && !select.value && zone) {
    const known = [...select.options].find((option) => option.dataset.zone === zone);
    if (known) known.selected = true;
    else if (zone.includes("/")) {
      const name = zone.split("/").pop().replaceAll("_", " ");
      select.add(new Option(name, zone, false, true), 1);
    }
  }
  for (const button of document.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = button.dataset.done;
    });
  }
  const words = document.getElementById("now");
  if (!words) return;
  const language = document.documentElement.lang;
  const length = (value, unit) =>
    new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(value);
  const mark = () => {
    const now = Date.now();
    for (const row of document.querySelectorAll("[data-start]")) {
      const [start, end] = [Date.parse(row.dataset.start), Date.parse(row.dataset.end)];
      const on = start <= now && now < end && !row.classList.contains("cancelled");
      row.querySelector(".now")?.remove();
      row.classList.toggle("current", on);
      if (!on) {
        row.removeAttribute("aria-current");
        continue;
      }
      row.setAttribute("aria-current", "time");
      const badge = words.content.firstElementChild.cloneNode(true);
      const left = Math.ceil((end - now) / 6e4);
      badge.querySelector("[data-left]").textContent = badge
        .querySelector("[data-left]")
        .dataset.left.replace("{left}", left < 90 ? length(left, "minute") : length(Math.round(left / 60), "hour"));
      const bar = badge.querySelector("progress");
      bar.max = end - start;
      bar.value = now - start;
      row.querySelector(".body").prepend(badge);
    }
  };
  mark();
  setInterval(mark, 3e4);
})();
