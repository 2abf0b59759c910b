/** Errors that the user can do something about, and the closed list of their codes. */

export const EXIT = { done: 0, attention: 1, notDone: 2, untrusted: 3, incomplete: 4, bug: 70, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Every code an error can carry, with its exit status. */
export const ERROR_CODES = {
  usage: EXIT.notDone,
  'missing-values': EXIT.notDone,
  'unknown-type': EXIT.notDone,
  'unknown-jurisdiction': EXIT.notDone,
  'unknown-law': EXIT.notDone,
  'unknown-mark': EXIT.notDone,
  'unknown-case': EXIT.notDone,
  'unknown-event': EXIT.notDone,
  'bad-date': EXIT.notDone,
  'bad-zone': EXIT.notDone,
  'bad-value': EXIT.notDone,
  'future-date': EXIT.notDone,
  'refused-event': EXIT.notDone,
  'file-unreadable': EXIT.notDone,
  'file-unwritable': EXIT.notDone,
  'file-exists': EXIT.notDone,
  'bad-config': EXIT.notDone,
  'bad-law': EXIT.notDone,
  'bad-mapping': EXIT.notDone,
  'bad-csv': EXIT.notDone,
  'bad-policy': EXIT.notDone,
  'bad-waivers': EXIT.notDone,
  'bad-findings': EXIT.notDone,
  'bad-facts': EXIT.notDone,
  'bad-template': EXIT.notDone,
  'no-ledger': EXIT.notDone,
  'ledger-locked': EXIT.notDone,
  'ledger-unwritable': EXIT.notDone,
  'ledger-not-empty': EXIT.notDone,
  'not-installed': EXIT.notDone,
  'not-a-ledger': EXIT.untrusted,
  'ledger-newer': EXIT.untrusted,
  'ledger-broken': EXIT.untrusted,
  'erase-incomplete': EXIT.untrusted,
  interrupted: EXIT.interrupted,
} as const satisfies Record<string, ExitCode>;
export type ErrorCode = keyof typeof ERROR_CODES;

/** One of several problems found at once. */
export interface Problem {
  says: string;
  /** File, line, column, option or JSON path. */
  at?: string;
}

/** Something that a schema cannot say, such as a rule that does not exist, and the keys that lead to it. */
export interface Fault {
  path: readonly (string | number)[];
  says: string;
}

/** An error with a remedy. `hint` is what to type or do next. */
export class UserError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly problems: readonly Problem[];
  constructor(code: ErrorCode, message: string, options: { hint?: string; problems?: readonly Problem[]; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'UserError';
    this.code = code;
    this.hint = options.hint;
    this.problems = options.problems ?? [];
  }
}
