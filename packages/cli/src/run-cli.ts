import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { Command, Outcome, Shell } from './command.ts'

/**
 * Runs the command that the arguments name and resolves to the exit code: 0 done, 1 bad input, 2 no answer exists. A bug
 * throws. JSON goes to the output, everything else to progress.
 */
export async function runCli(commands: readonly Command[], args: readonly string[], shell: Shell): Promise<0 | 1 | 2> {
  const command = commandNamed(commands, args)
  const asksHelp = args.includes('--help') || args.includes('-h') || args[0] === 'help'
  if (command === undefined) {
    if (!asksHelp && args.length > 0) shell.progress.write(`There is no command ${args.join(' ')}.\n\n`)
    const to = asksHelp ? shell.output : shell.progress
    to.write(overview(commands))
    return asksHelp ? 0 : 1
  }
  if (asksHelp) {
    shell.output.write(`${usageOf(command)}\n${command.help === undefined ? '' : `\n${command.help.trim()}\n`}`)
    return 0
  }
  const rest = args.slice(wordsOf(command).length)
  const outcome = await command.run(rest, shell)
  // Who calls it with nothing asks how; who gives something wants to hear what is wrong with it, and no more.
  if (outcome.kind === 'bad-input' && rest.length === 0) shell.progress.write(`${usageOf(command)}\n\n`)
  return finish(outcome, shell)
}

async function finish(outcome: Outcome, shell: Shell): Promise<0 | 1 | 2> {
  if (outcome.answer !== undefined) await writeJson(shell.output, outcome.answer)
  if (outcome.kind === 'done') return 0
  shell.progress.write(`${outcome.message}\n`)
  return outcome.kind === 'bad-input' ? 1 : 2
}

async function writeJson(output: Writable, answer: unknown): Promise<void> {
  // A pipe may be full: without waiting, the end of a long answer is lost when the process exits.
  if (!output.write(`${JSON.stringify(answer, null, 2)}\n`)) await once(output, 'drain')
}

/** The command whose words come first; of `a` and `a b` the longer one. */
function commandNamed(commands: readonly Command[], args: readonly string[]): Command | undefined {
  return commands
    .filter((command) => wordsOf(command).every((word, i) => args[i] === word))
    .toSorted((one, other) => wordsOf(other).length - wordsOf(one).length)[0]
}

function wordsOf(command: Command): readonly string[] {
  return command.name.split(' ')
}

function usageOf(command: Command): string {
  return `kantelpunt ${command.name} ${command.usage}\n  ${command.summary}`
}

function overview(commands: readonly Command[]): string {
  const sorted = commands.toSorted((one, other) => one.name.localeCompare(other.name))
  return [
    'kantelpunt COMMAND …',
    '',
    ...sorted.map((command) => `  ${`${command.name} ${command.usage}`.trimEnd()}\n      ${command.summary}`),
    '',
    'kantelpunt COMMAND --help says more. The answer is JSON on standard output, progress is on standard error;',
    'exit 0: done, 1: the input is wrong, 2: the input is right but no answer exists.',
    '',
  ].join('\n')
}
