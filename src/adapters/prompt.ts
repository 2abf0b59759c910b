/** Questions in a terminal. They go to stderr, so that stdout carries the result alone. */
import { createPromptModule } from 'inquirer';

export interface Question {
  message: string;
  /** Closed list to choose from; absent: free text. */
  choices?: readonly { value: string; name: string }[];
  /** A complaint about the answer, or `undefined` if it is fine. */
  check?: (answer: string) => Promise<string | undefined>;
  suggestion?: string;
}

/** Asks one question and gives the answer. Ctrl-C rejects with `ExitPromptError`. */
export async function ask(question: Question): Promise<string> {
  const prompt = createPromptModule({ output: process.stderr });
  const validate = async (answer: string) => (await question.check?.(answer)) ?? true;
  const asked = question.choices
    ? { type: 'select' as const, name: 'answer', message: question.message, choices: question.choices.map((c) => ({ ...c })), pageSize: 12 }
    : { type: 'input' as const, name: 'answer', message: question.message, validate, ...(question.suggestion === undefined ? {} : { default: question.suggestion }) };
  const { answer } = await prompt<{ answer: string }>([asked]);
  return answer.trim();
}
