import type { Page } from "./page.ts";

/** A bar: what it is of, as the axis says it in short, and how much. */
export type Bar = { label: string; value: number };

/** In the drawing's own measure, which is about that of the screen: a phone held upright shows it whole. */
const width = 360;
const height = 132;
const top = 18;
const foot = 22;
const ground = height - foot;

/** So many labels find room below. */
const mostLabels = 5;
/** So many bars can carry their numbers; of more only the highest is told. */
const mostNumbers = 12;

/**
 * Bars on one line, drawn where the page is made: it needs no script and can be printed. The same numbers stand in a table
 * beside it; the title and the description are what is heard of it. Pages that run from right to left have their first bar
 * at the right.
 *
 * @param id unique on the page
 */
export function BarChart(props: { page: Page; id: string; title: string; description: string; bars: Bar[] }) {
  const { page, id, bars } = props;
  const highest = Math.max(...bars.map(({ value }) => value), 1);
  const step = width / Math.max(bars.length, 1);
  const labelled = Math.ceil(bars.length / mostLabels);
  const number = new Intl.NumberFormat(page.locale, { notation: "compact", maximumFractionDigits: 1 });
  const told = bars.findIndex(({ value }) => value === highest);
  return (
    <svg
      class="bar-chart"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
    >
      <title id={`${id}-title`}>{props.title}</title>
      <desc id={`${id}-description`}>{props.description}</desc>
      {bars.map(({ label, value }, index) => {
        const place = page.direction === "rtl" ? bars.length - 1 - index : index;
        const middle = round((place + 0.5) * step);
        const high = value === 0 ? 0 : Math.max(2, ((ground - top) * value) / highest);
        const thick = Math.min(step * 0.7, 28);
        return (
          <>
            {high > 0 && (
              <rect
                x={round(middle - thick / 2)}
                y={round(ground - high)}
                width={round(thick)}
                height={round(high)}
              />
            )}
            {value > 0 && (bars.length <= mostNumbers || index === told) && (
              <text class="bar-number" x={within(middle)} y={round(ground - high - 4)}>
                {number.format(value)}
              </text>
            )}
            {(bars.length - 1 - index) % labelled === 0 && (
              <text x={within(middle)} y={height - 6}>
                {label}
              </text>
            )}
          </>
        );
      })}
      <line x1="0" y1={ground} x2={width} y2={ground} />
    </svg>
  );
}

function round(measure: number): number {
  return Math.round(measure * 10) / 10;
}

/** Keeps words that stand around their place from being cut off at the edges. */
function within(middle: number): number {
  return Math.min(Math.max(middle, 26), width - 26);
}
