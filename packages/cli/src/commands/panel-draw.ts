import type { Command } from '../command.ts'
import { openLottery } from '../panels/lottery-file.ts'
import { readOptions } from '../read-options.ts'
import { badInput } from '../tables/open-tables.ts'

/** `kantelpunt panel draw`: the panel that public randomness points at. */
export const panelDraw: Command = {
  name: 'panel draw',
  usage: 'LOTTERY --randomness TEXT [--hash HASH]',
  summary: 'Draws a panel from a lottery with randomness that became public afterwards; does it again to check.',
  help: `
  --randomness TEXT       what came out: dice, the numbers of a national lottery, a randomness beacon. Capitals, punctuation
                          and spaces don't count, leading zeros do. With --draw digits: the digits that were drawn
  --hash HASH             the hash that was published before the draw: refused where the list is another one

The number of the panel is SHA-256 of the lines kantelpunt-panel-draw/1, the hash, the number of panels, 0 and the text (in
small letters, with one space between words), read as a number, modulo the number of panels, plus 1.
`,
  run: async (args) => {
    const parsed = parse(args)
    if (typeof parsed === 'string') return badInput(parsed)
    const { values, positionals } = parsed
    const [path, ...others] = positionals
    if (path === undefined || others.length > 0) return badInput('Name one file of kantelpunt panel lottery.')
    if (values.randomness === undefined) return badInput('Say what came out: --randomness "3 12 17 25 40 44"')
    const lottery = await openLottery(path)
    if ('kind' in lottery) return lottery
    const { hash, seats, panels } = lottery
    if (values.hash !== undefined && values.hash.trim().toLowerCase() !== hash)
      return badInput(`${path}: this is another list than was published: its hash is ${hash}.`)
    const { drawPanel } = await import('@kantelpunt/sortition')
    const drawn = drawPanel(lottery, values.randomness)
    if (!drawn.ok)
      return badInput(
        drawn.reason === 'empty'
          ? '--randomness has no letter and no digit.'
          : `--randomness: this lottery is drawn with exactly ${drawn.digits} digits.`,
      )
    const { number, members, normalised } = drawn
    return { kind: 'done', answer: { number, of: panels.length, seats, members, randomness: normalised, hash } }
  },
}

function parse(args: readonly string[]) {
  const options = { randomness: { type: 'string' }, hash: { type: 'string' } } as const
  return readOptions(args, options)
}
