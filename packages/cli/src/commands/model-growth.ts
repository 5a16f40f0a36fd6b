import type { Growth, SchoolGrowth } from '@kantelpunt/mixed-models'
import type { Command } from '../command.ts'
import { fitFile, modelOptions, readModelArguments, tableHelp } from '../models/fit-file.ts'
import { readOptions } from '../read-options.ts'
import { csvLines, writeTogether } from '../write-whole.ts'

const help = `
The growth indicator: fits a model of what pupils reach from what they start with, and tells for every school what its
pupils were expected to reach, what they reached, and what the school adds, with a 95 % interval. A school whose interval
holds the middle cannot be told apart from it: that is the answer then, and no rank is given.

  --formula TEXT        as for 'model fit', with an intercept for the school: 'score ~ prior + ses + (1 | school)'
  --method reml|ml      reml where it is left out
  --group NAME          the grouping that is judged; the first of the formula where it is left out
  --out FILE            writes group, level, pupils, expected, achieved, growth, lower, upper, reliability, verdict
  --picture FILE        writes a caterpillar picture as SVG
  --language nl|en      of the picture; nl where it is left out
OPTIONS
  npx kantelpunt model growth pupils.csv --formula 'score ~ prior + (1 | school)' --out growth.csv --picture growth.svg
`

/** A mean over fewer people tells too much of each of them; the number is that of open answers. */
const fewPupils = 10

/** `kantelpunt model growth`: expected and achieved by school, with intervals and a verdict. */
export const modelGrowth: Command = {
  name: 'model growth',
  usage: "FILE --formula 'score ~ prior + (1 | school)' [--out growth.csv] [--picture growth.svg]",
  summary: 'Tells per school what pupils reached against what was expected, and whether chance may explain it.',
  help: help.replace('OPTIONS', tableHelp),
  async run(args, shell) {
    const asked = readArguments(args)
    if (typeof asked === 'string') return { kind: 'bad-input', message: asked }
    const fitted = await fitFile(asked)
    if (fitted.kind !== 'fitted') return fitted
    const { fit, seconds } = fitted
    if (!fit.converged) return { kind: 'no-answer', message: 'The search for the best fit did not converge.' }
    const { caterpillarSvg, growthOf } = await import('@kantelpunt/mixed-models')
    const growth = growthOf(fit, asked.group)
    if (!growth.ok) {
      const message =
        growth.reason === 'unknown-group'
          ? `The formula has no group ${growth.group}; it has ${growth.known.join(', ')}.`
          : `The formula needs an intercept, and one that varies over ${growth.group}, to compare with the middle.`
      return { kind: 'bad-input', message }
    }
    const files: (readonly [string, Iterable<string>])[] = []
    if (asked.out !== undefined) files.push([asked.out, growthCsv(growth)])
    if (asked.picture !== undefined) files.push([asked.picture, [caterpillarSvg(growth, { language: asked.language })]])
    const refusal = await writeTogether(files)
    if (refusal !== undefined) return { kind: 'bad-input', message: refusal }
    const few = growth.schools.filter(({ pupils }) => pupils < fewPupils).length
    if (few > 0)
      shell.progress.write(
        `Mind: ${few} of the ${growth.schools.length} schools ${few === 1 ? 'has' : 'have'} fewer than ${fewPupils} pupils. What they reached tells of pupils, so do not publish it.\n`,
      )
    const answer = {
      formula: asked.formula,
      method: asked.method,
      n: fit.rowCount,
      missingRows: fit.missingRows,
      group: growth.group,
      counts: growth.counts,
      boundary: fit.boundary,
      schools: growth.schools,
      seconds,
    }
    return { kind: 'done', answer }
  },
}

function readArguments(args: readonly string[]) {
  const read = readOptions(args, {
    ...modelOptions,
    group: { type: 'string' },
    out: { type: 'string' },
    picture: { type: 'string' },
    language: { type: 'string', default: 'nl' },
  })
  if (typeof read === 'string') return read
  const { values, positionals } = read
  const asked = readModelArguments(values, positionals)
  if (typeof asked === 'string') return asked
  const { group, out, picture, language } = values
  if (language !== 'nl' && language !== 'en') return '--language is nl or en.'
  return { ...asked, group, out, picture, language } as const
}

const columns = [
  'pupils',
  'expected',
  'achieved',
  'growth',
  'lower',
  'upper',
  'reliability',
  'verdict',
] as const satisfies readonly (keyof SchoolGrowth)[]

function growthCsv({ group, schools }: Growth): Iterable<string> {
  const rows = schools.map((school) => [group, school.level, ...columns.map((column) => String(school[column]))])
  return csvLines(['group', 'level', ...columns], rows)
}
