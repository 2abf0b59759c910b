/** How many findings of each severity, as bars. The words and numbers stand next to them: colour alone says nothing. */
import { SEVERITIES, type Tally, sayTally } from './findings.ts';

const ROW = 28;
const LABEL = 90;
const BAR = 320;
const WIDTH = LABEL + BAR + 70;

export function* severityChart(counts: Tally): Generator<string> {
  const bars = [...SEVERITIES, 'waived' as const].map((name) => ({ name, count: counts[name] }));
  const most = Math.max(1, ...bars.map((b) => b.count));
  yield `<svg class="chart" role="img" aria-labelledby="chart-title chart-desc" viewBox="0 0 ${WIDTH} ${bars.length * ROW}" width="${WIDTH}" height="${bars.length * ROW}">`;
  yield '<title id="chart-title">Findings by severity</title>';
  yield `<desc id="chart-desc">Bar chart: ${sayTally(counts)}.</desc>`;
  for (const [i, { name, count }] of bars.entries()) {
    const length = count === 0 ? 0 : Math.max(2, Math.round((count / most) * BAR));
    const middle = i * ROW + ROW / 2;
    yield `<text x="${LABEL - 10}" y="${middle + 5}" text-anchor="end">${name}</text>`;
    yield `<rect class="${name}" x="${LABEL}" y="${i * ROW + 5}" width="${length}" height="${ROW - 10}"/>`;
    yield `<text x="${LABEL + length + 8}" y="${middle + 5}">${count}</text>`;
  }
  yield '</svg>';
}
