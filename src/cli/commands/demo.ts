/** `custos demo`: the whole story on the example organisation, in a temporary folder that is removed again. */
import type { Outcome } from '../../core/report.ts';
import { demoFolder } from '../../adapters/demo.ts';
import type { App } from '../app.ts';
import { type Register, action } from '../command.ts';
import type { Io } from '../io.ts';
import { quote } from '../questions.ts';

/** The day on which the story is told, unless a step says otherwise. */
const STORY_DAY = '2026-11-25';

export const register: Register = (program, runner) => {
  const command = program.command('demo').description('Tell the whole story on an example organisation, in a temporary folder.').option('--keep', 'keep the folder and say where it is');
  action(command, runner, (app, _, options) => demo(app, options['keep'] === true), 'text');
};

async function demo(app: App, keep: boolean): Promise<Outcome> {
  const { run } = await import('../main.ts');
  const stage = demoFolder(app.root);
  try {
    for (const { says, run: words } of stage.story) {
      const argv = words.includes('--as-of') ? words : [...words, '--as-of', STORY_DAY];
      app.io.out(`${says === '' ? '' : `\n# ${says}\n`}$ custos ${words.map(quote).join(' ')}\n`);
      const code = await run(argv, stageIo(app.io, stage.folder), app.root);
      if (code !== 0) app.io.out(`(exit ${code})\n`);
    }
  } finally {
    if (!keep) stage.remove();
  }
  return { notes: keep ? [`the example stands in ${stage.folder}`] : [] };
}

/** The same terminal, with the example's folder as home; errors are part of the story. */
function stageIo(io: Io, folder: string): Io {
  const { NO_COLOR, FORCE_COLOR, TERM } = io.env;
  return { ...io, err: (text) => io.out(text), canAsk: false, cwd: folder, env: { NO_COLOR, FORCE_COLOR, TERM, HOME: folder, XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder, XDG_CONFIG_HOME: folder } };
}
