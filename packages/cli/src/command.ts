import type { Readable, Writable } from 'node:stream'

/** What a command may touch of the world outside; given, so that tests give their own. */
export interface Shell {
  readonly input: Readable
  /** For the answer, as JSON, and nothing else. */
  readonly output: Writable
  /** For progress and for what went wrong: a person reads it. */
  readonly progress: Writable
  readonly env: Readonly<Record<string, string | undefined>>
}

/** `done` ends with exit code 0, `bad-input` with 1, `no-answer` (the input is right, but nothing satisfies it) with 2. */
export type Outcome =
  /** `answer` is written as JSON; undefined where the command has written its own output. */
  | { readonly kind: 'done'; readonly answer?: unknown }
  /** `answer` where a program wants to know what was wrong, such as the lines of a file that were refused. */
  | { readonly kind: 'bad-input'; readonly message: string; readonly answer?: unknown }
  | { readonly kind: 'no-answer'; readonly message: string; readonly answer?: unknown }

export interface Command {
  /** The words that call it: `schools import`. */
  readonly name: string
  /** What follows the name: `FILE… [--dry-run]`. */
  readonly usage: string
  /** One line for the list of commands. */
  readonly summary: string
  /** More for `kantelpunt NAME --help`: options, formats, an example. */
  readonly help?: string
  run(args: readonly string[], shell: Shell): Promise<Outcome>
}
