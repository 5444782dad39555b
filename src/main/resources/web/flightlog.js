// Draws charts over tables. A figure names the table and its columns; nothing is fetched, and without this the tables remain.
"use strict";
(() => {
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const number = (cell) => {
    const text = cell.textContent;
    if (text.startsWith("fewer")) return null;
    const digits = text.replaceAll("−", "-").replace(/[^0-9.-]/g, "");
    return digits === "" || digits === "-" ? null : Number(digits);
  };
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const drawn = [];

  const draw = (figure) => {
    const table = document.getElementById(figure.dataset.table);
    if (!table) return;
    const all = [...table.tBodies[0].rows].reverse();
    // A week of which days are missing would look like a fall; with few weeks it is better than nothing.
    const complete = all.filter((row) => !row.hasAttribute("data-partial"));
    const rows = complete.length > 1 ? complete : all;
    const columns = figure.dataset.columns.split(" ").map(Number);
    const heads = table.tHead.rows[table.tHead.rows.length - 1].cells;
    const colors = ["--s1", "--s2", "--s3", "--s4", "--s5", "--s6", "--s7"].map(css);
    const unit = figure.dataset.unit ?? "";
    const bars = figure.dataset.kind !== "line";
    const stacked = figure.dataset.kind === "stack";
    const labels = rows.map((row) => row.cells[0].dataset.short ?? row.cells[0].textContent.trim());
    const datasets = columns.map((column, i) => ({
      label: heads[column].dataset.name ?? heads[column].textContent.trim(),
      data: rows.map((row) => number(row.cells[column])),
      borderColor: colors[i % colors.length],
      backgroundColor: bars ? colors[i % colors.length] : "transparent",
      borderDash: bars || i === 0 ? [] : [[6, 3], [2, 2], [8, 3, 2, 3], [12, 4]][(i - 1) % 4],
      borderWidth: bars ? 0 : 2,
      pointRadius: rows.length > 40 ? 0 : 2,
      pointHitRadius: 12,
      tension: 0.2,
      maxBarThickness: 28,
      spanGaps: false,
    }));
    const canvas = document.createElement("canvas");
    canvas.setAttribute("aria-hidden", "true");
    figure.querySelector(".plot").replaceChildren(canvas);
    const shown = (value) => (value === null ? "–" : value.toLocaleString("en-US") + unit);
    drawn.push(new Chart(canvas, {
      type: bars ? "bar" : "line",
      data: { labels, datasets },
      options: {
        animation: still ? false : { duration: 200 },
        maintainAspectRatio: false,
        interaction: { mode: "index", intersect: false },
        plugins: {
          legend: { display: datasets.length > 1, position: "bottom", align: "start", labels: { color: css("--text"), boxWidth: bars ? 10 : 24, boxHeight: bars ? 10 : 1, font: { size: 12 } } },
          tooltip: { callbacks: { label: (item) => " " + item.dataset.label + ": " + shown(item.parsed.y) } },
        },
        scales: {
          x: { stacked, grid: { display: false }, border: { color: css("--line") }, ticks: { color: css("--soft"), maxRotation: 0, autoSkipPadding: 12, font: { size: 11 } } },
          y: { stacked, beginAtZero: true, grid: { color: css("--line-soft") }, border: { display: false }, ticks: { color: css("--soft"), precision: 0, maxTicksLimit: 5, font: { size: 11 }, callback: (value) => value.toLocaleString("en-US") + unit } },
        },
      },
    }));
  };

  const all = () => {
    drawn.splice(0).forEach((chart) => chart.destroy());
    document.querySelectorAll("figure.chart[data-table]").forEach(draw);
  };
  const start = () => {
    all();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", all);
    addEventListener("beforeprint", () => drawn.forEach((chart) => chart.resize()));
    // A choice takes effect without a second click; without script the form has a button.
    document.querySelectorAll("form[data-auto] select").forEach((select) =>
      select.addEventListener("change", () => select.form.requestSubmit()));
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start); else start();
})();
