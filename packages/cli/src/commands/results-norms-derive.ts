import type { Command } from '../command.ts'
import { readOptions } from '../read-options.ts'
import { chooseNorms } from '../results/choose-norms.ts'
import { badInput, describeWithFile, isBadInput, openResults } from '../results/open-results.ts'
import { writeWhole } from '../write-whole.ts'

export const resultsNormsDerive: Command = {
  name: 'results norms derive',
  usage: 'FILE… [--norms ID|FILE.json] [--id ID] [--out norms.json]',
  summary: 'Derives norms per domain that are as strict, class by class, as those for the domains together.',
  help: `
Give the Inspectorate's leerresultaten and DUO's reference levels of the same school years. In every class of schoolweging
the value is such that the same share of schools is below it in that domain as is below on the domains together. "masked" is
the range that the masked cells leave, "sampling" a 95 % interval over other schools like these.
`,
  run: async (args) => {
    const parsed = optionsOf(args)
    if (typeof parsed === 'string') return badInput(parsed)
    const norms = await chooseNorms(parsed.norms)
    if ('kind' in norms) return norms
    const opened = await openResults(parsed.files)
    if (isBadInput(opened)) return opened
    const { deriveFromResults } = await import('@kantelpunt/school-results')
    const tables = opened.flatMap((file) => file.tables)
    const derived = deriveFromResults(tables, { norms, ...(parsed.id === undefined ? {} : { id: parsed.id }) })
    if (!derived.ok) {
      const kind =
        derived.reason === 'no-norms-for-years' || derived.reason === 'no-schools' ? 'no-answer' : 'bad-input'
      return { kind, message: describeWithFile(derived, opened) }
    }
    if (parsed.out !== undefined) {
      const failed = await writeWhole(parsed.out, [`${JSON.stringify(derived.norms, null, 2)}\n`])
      if (failed !== undefined) return badInput(failed)
    }
    return { kind: 'done', answer: derived.norms }
  },
}

function optionsOf(args: readonly string[]) {
  const read = readOptions(args, {
    norms: { type: 'string', multiple: true, default: [] },
    id: { type: 'string' },
    out: { type: 'string' },
  })
  if (typeof read === 'string') return read
  const { positionals, values } = read
  return { files: positionals, norms: values.norms, id: values.id, out: values.out }
}
