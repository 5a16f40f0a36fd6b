import type { GroupModes, RandomBlock } from '@kantelpunt/mixed-models'
import type { Command } from '../command.ts'
import { fitFile, modelOptions, readModelArguments, tableHelp } from '../models/fit-file.ts'
import { readOptions } from '../read-options.ts'
import { csvLines, writeWhole } from '../write-whole.ts'

const help = `
Fits a linear mixed model as lme4's lmer does, from a file of one row a pupil (or whatever is measured).

  --formula TEXT        as in lme4: 'score ~ prior + sex * prior + (1 + prior | school)', (1 | authority/school),
                        (1 | pupil) + (1 | teacher), (x || g), (0 + x | g), (1 | a:b), I(x^2), I(x > 2), log(x), scale(x), factor(x),
                        poly(x, 2)
  --method reml|ml      reml where it is left out
  --groups FILE         writes the conditional modes: group, level, term, estimate, conditionalSd
  --intervals           adds 95 % profile likelihood intervals of all parameters
OPTIONS
The answer has the levels of factors (the first is the one compared with), fixed effects with standard errors, variances
and covariances, the log-likelihood, whether the search converged, and whether the best fit is at the boundary (a variance
of zero, a correlation of one).

  npx kantelpunt model fit pupils.csv --formula 'score ~ prior + (prior | school)' --groups modes.csv
`

/** `kantelpunt model fit`: a linear mixed model from a file. */
export const modelFit: Command = {
  name: 'model fit',
  usage: "FILE --formula 'y ~ x + (1 | g)' [--method reml|ml] [--groups modes.csv] [--intervals]",
  summary: 'Fits a linear mixed model: pupils within schools, as exact as lme4.',
  help: help.replace('OPTIONS', tableHelp),
  async run(args) {
    const asked = readArguments(args)
    if (typeof asked === 'string') return { kind: 'bad-input', message: asked }
    const fitted = await fitFile(asked)
    if (fitted.kind !== 'fitted') return fitted
    const { fit, seconds } = fitted
    const answer = {
      formula: asked.formula,
      method: asked.method,
      n: fit.rowCount,
      missingRows: fit.missingRows,
      groups: Object.fromEntries(fit.groups.map(({ name, levels }) => [name, levels.length])),
      factors: Object.fromEntries(fit.factors.map(({ name, levels }) => [name, levels])),
      fixed: fit.fixed,
      random: fit.random.flatMap(entriesOf),
      residualVariance: fit.residualVariance,
      logLikelihood: fit.logLikelihood,
      converged: fit.converged,
      boundary: fit.boundary,
      ...(asked.intervals ? { intervals: (await import('@kantelpunt/mixed-models')).profileIntervals(fit) } : {}),
      seconds,
    }
    if (!fit.converged) {
      return {
        kind: 'no-answer',
        message: 'The search for the best fit did not converge; these are the last figures.',
        answer,
      }
    }
    if (asked.groups !== undefined) {
      const refusal = await writeWhole(asked.groups, modesCsv(fit.modes()))
      if (refusal !== undefined) return { kind: 'bad-input', message: refusal }
    }
    return { kind: 'done', answer }
  },
}

function readArguments(args: readonly string[]) {
  const read = readOptions(args, {
    ...modelOptions,
    groups: { type: 'string' },
    intervals: { type: 'boolean', default: false },
  })
  if (typeof read === 'string') return read
  const { values, positionals } = read
  const asked = readModelArguments(values, positionals)
  return typeof asked === 'string' ? asked : { ...asked, groups: values.groups, intervals: values.intervals }
}

/** A variance for every term, a covariance for every pair. */
function entriesOf({ group, terms, covariance }: RandomBlock) {
  const at = (i: number, j: number) => covariance[i * terms.length + j] ?? 0
  return [
    ...terms.map((term, i) => ({ group, term, variance: at(i, i) })),
    ...terms.flatMap((other, j) =>
      terms.slice(0, j).map((term, i) => ({ group, terms: [term, other], covariance: at(i, j) })),
    ),
  ]
}

function modesCsv(modes: readonly GroupModes[]): Iterable<string> {
  const rows = modes.flatMap(({ group, levels, terms, estimates, conditionalSd }) =>
    levels.flatMap((level, l) =>
      terms.map((term, t) => {
        const k = l * terms.length + t
        return [group, level, term, String(estimates[k]), String(conditionalSd[k])]
      }),
    ),
  )
  return csvLines(['group', 'level', 'term', 'estimate', 'conditionalSd'], rows)
}
