/** Colours. chalk asks the terminal and NO_COLOR nothing that matters here: whoever calls has decided. */
import { Chalk } from 'chalk';
import type { Tone } from '../core/report.ts';

const chalk = new Chalk({ level: 1 });
const TONES: Readonly<Record<Tone, (text: string) => string>> = { bad: chalk.red, warn: chalk.yellow, good: chalk.green, dim: chalk.dim, strong: chalk.bold };

export const paint = (text: string, tone: Tone): string => TONES[tone](text);
