import type { Command } from './command.ts'

export type { Command, Outcome, Shell } from './command.ts'
export { runCli } from './run-cli.ts'

/** The commands of the packages, one file each in `commands/`. */
export const commands: readonly Command[] = []
