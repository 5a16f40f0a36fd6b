import type { Judged } from '@kantelpunt/school-results'
import type { Command } from '../command.ts'
import { readOptions } from '../read-options.ts'
import { chooseNorms } from '../results/choose-norms.ts'
import { badInput, describeWithFile, isBadInput, openResults } from '../results/open-results.ts'
import { csvLines, writeWhole } from '../write-whole.ts'

export const resultsJudge: Command = {
  name: 'results judge',
  usage: 'FILE… [--norms ID|FILE.json]… [--per-domain] [--out judged.csv]',
  summary: 'Judges schools over three years against the norms, and lays it beside what the Inspectorate says.',
  help: `
Give the Inspectorate's leerresultaten (.ods or .csv), or DUO's reference levels with the schoolweging. Without --norms the
norms are those for the school years of the file.

outcomes      those above or below that the file publishes (every indicator of every school where it publishes none)
agree         the same here; disagree: the other way round
dependsOnMasked   above for some numbers behind the masked cells, below for others
notJudged     of the outcomes those that can't be derived from the file; "named" says which, and why
unjudgedByBoth    indicators that the Inspectorate does not judge either

--per-domain also judges reading, language and arithmetic each by itself. It needs DUO's reference levels, and norms per
domain: from a file that results norms derive has written, else those that come along, else derived on the spot. "certain"
counts schools that pass on the three together with a domain below, whatever the masked cells are.
`,
  run: async (args) => {
    const parsed = optionsOf(args)
    if (typeof parsed === 'string') return badInput(parsed)
    const norms = await chooseNorms(parsed.norms)
    if ('kind' in norms) return norms
    const opened = await openResults(parsed.files)
    if (isBadInput(opened)) return opened
    const { judgedHeader, judgedRows, judgeResults } = await import('@kantelpunt/school-results')
    const tables = opened.flatMap((file) => file.tables)
    const judged = judgeResults(tables, { norms, perDomain: parsed.perDomain })
    if (!judged.ok) {
      const kind = judged.reason === 'no-norms-for-years' || judged.reason === 'no-schools' ? 'no-answer' : 'bad-input'
      return { kind, message: describeWithFile(judged, opened) }
    }
    if (parsed.out !== undefined) {
      const failed = await writeWhole(parsed.out, csvLines(judgedHeader, judgedRows(judged)))
      if (failed !== undefined) return badInput(failed)
    }
    return { kind: 'done', answer: described(judged) }
  },
}

function optionsOf(args: readonly string[]) {
  const read = readOptions(args, {
    norms: { type: 'string', multiple: true, default: [] },
    'per-domain': { type: 'boolean', default: false },
    out: { type: 'string' },
  })
  if (typeof read === 'string') return read
  const { positionals, values } = read
  return { files: positionals, norms: values.norms, perDomain: values['per-domain'], out: values.out }
}

function described({ agreement, norms, weightedMeans, perDomain }: Judged) {
  return {
    ...agreement,
    ...(weightedMeans === undefined ? {} : { weightedMeans }),
    norms: norms.id,
    ...(perDomain === undefined ? {} : { perDomain: policiesOf(perDomain) }),
  }
}

function policiesOf({
  norms,
  derivedHere,
  unlinked,
  passTogether,
  passLinked,
  hidden,
  plain,
  cellsApart,
  samePupils,
  sideBySide,
}: NonNullable<Judged['perDomain']>) {
  const percent = (count: number, of: number) => (of === 0 ? null : Math.round((1000 * count) / of) / 10)
  return {
    norms: norms.id,
    derivedHere,
    passTogether,
    passLinked,
    unlinked,
    ...hidden,
    // Of the schools that pass on the domains together: at least and at most this percentage has a domain below.
    percentage: [
      percent(hidden.certain, hidden.schools),
      percent(hidden.certain + hidden.dependsOnMasked, hidden.schools),
    ],
    sideBySide,
    samePupils,
    cellsApart: { certain: cellsApart.certain, dependsOnMasked: cellsApart.dependsOnMasked },
    plain,
  }
}
