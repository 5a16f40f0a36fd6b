import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'
import type { Outcome } from '../command.ts'
import { modelFit } from './model-fit.ts'
import { modelGrowth } from './model-growth.ts'

const folder = mkdtempSync(join(tmpdir(), 'kantelpunt-model-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const shell = { input: new PassThrough(), output: new PassThrough(), progress: new PassThrough(), env: {} }
const run = (command: typeof modelFit, ...args: string[]): Promise<Outcome> => command.run(args, shell)

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const rows = Array.from({ length: 60 }, (_, k) => {
  const school = `s${k % 6}`
  const prior = Math.sin(k * 2.3)
  const score = 0.5 * prior + Math.sin((k % 6) * 1.9) + 0.4 * Math.cos(k * 1.1)
  return `${school},${prior.toFixed(4)},${k % 3 === 0 ? 'F' : 'M'},${score.toFixed(4)},here`
})
const header = 'school,prior,sex,score,place'
const good = file('pupils.csv', `${[header, ...rows].join('\n')}\n`)
const formula = 'score ~ prior + sex + (prior | school)'

describe('model fit', () => {
  it('answers with the figures of the fit and writes the modes', async () => {
    const modes = join(folder, 'modes.csv')
    const outcome = await run(modelFit, good, '--formula', formula, '--groups', modes, '--intervals')
    expect(outcome).toMatchObject({
      kind: 'done',
      answer: {
        formula,
        method: 'reml',
        n: 60,
        missingRows: 0,
        groups: { school: 6 },
        factors: { sex: ['F', 'M'] },
        fixed: [{ term: '(Intercept)' }, { term: 'prior' }, { term: 'sexM' }],
        random: [
          { group: 'school', term: '(Intercept)', variance: expect.any(Number) },
          { group: 'school', term: 'prior', variance: expect.any(Number) },
          { group: 'school', terms: ['(Intercept)', 'prior'], covariance: expect.any(Number) },
        ],
        converged: true,
        intervals: { length: 7 },
        seconds: { read: expect.any(Number), fit: expect.any(Number) },
      },
    })
    const lines = readFileSync(modes, 'utf8').trimEnd().split('\n')
    expect(lines[0]).toBe('group,level,term,estimate,conditionalSd')
    expect(lines).toHaveLength(1 + 6 * 2)
    expect(lines[1]).toMatch(/^school,s0,\(Intercept\),-?[\d.e-]+,[\d.e-]+$/)
  })

  it('compares with the level that is named first', async () => {
    const outcome = await run(modelFit, good, '--formula', formula, '--levels', 'sex=M,F')
    expect(outcome).toMatchObject({ answer: { fixed: [{}, {}, { term: 'sexF' }] } })
  })

  const changed = (line: number, cells: string) => [header, ...rows.with(line - 2, cells)].join('\n')
  it.each([
    [
      'a number that is none',
      changed(5, 's1,0.1x,M,0.2,here'),
      formula,
      ', line 5, column 2: "0.1x" in prior is not a number.',
    ],
    [
      'a row that is too short',
      changed(7, 's1,0.1,M'),
      formula,
      ', line 7, column 4: the row has 3 cells, the header has 5.',
    ],
    [
      'a column that is not there',
      changed(2, 's1,0.1,M,0.2,here'),
      'score ~ ses + (1 | school)',
      ', line 1: there is no column ses',
    ],
    [
      'a design that is singular',
      changed(2, 's1,0.1,M,0.2,here'),
      'score ~ prior + I(2*prior) + (1 | school)',
      ', line 1, column 2: the effect of I(2 * prior) follows',
    ],
    [
      'one group',
      changed(2, 's1,0.1,M,0.2,here'),
      'score ~ prior + (1 | place)',
      ', line 1, column 5: place has only the level here',
    ],
    [
      'a factor of one level',
      changed(2, 's1,0.1,M,0.2,here'),
      'score ~ place + (1 | school)',
      ', line 1, column 5: place is here in every row',
    ],
    [
      'a product that stands alone',
      changed(2, 's1,0.1,M,0.2,here'),
      'score ~ I(prior > 0):sex + (1 | school)',
      ', line 1, column 2: the effect of I(prior > 0)TRUE:sexF follows from the effects before it, so it cannot be estimated; leave one out, or where a:b stands alone write a*b or 0 + a:b.',
    ],
    [
      'a combination that no row has',
      ['school,sex,kind,y', ...rows.map((_, k) => `s${k % 6},${'FM'[k % 2]},${k % 4 === 1 ? 'girls' : 'all'},${k % 7}`)]
        .join('\n')
        .replaceAll('M,girls', 'F,girls'),
      'y ~ sex * kind + (1 | school)',
      ', line 1, column 3: no row has sexM:kindgirls, so its effect cannot be estimated; join levels or leave it out.',
    ],
    [
      'a response that is always the same',
      changed(2, 's1,0.1,M,0.2,here'),
      'I(score * 0) ~ prior + (1 | school)',
      ', line 1, column 4: the response is the same in every row.',
    ],
    [
      'decimal commas between commas',
      'school,prior,score\ns1,1.5,"0,25"\ns2,2.5,"0,5"\n',
      'score ~ prior + (1 | school)',
      ', line 2, column 3: score must hold numbers, and "0,25" is none; if that is a decimal comma, say --decimal ,.',
    ],
    [
      'a truth to be explained',
      changed(2, 's1,0.1,M,0.2,here'),
      'I(score > 0) ~ prior + (1 | school)',
      ', line 1, column 4: the response I(score > 0) must be numbers.',
    ],
    [
      'words to be explained',
      changed(2, 's1,0.1,M,0.2,here'),
      'sex ~ prior + (1 | school)',
      ', line 2, column 3: sex must hold numbers, and "M" is none.',
    ],
    ['nothing at all', '', formula, ', line 1: the file is empty.'],
    ['a header alone', `${header}\n`, formula, ', line 2: there are no rows below the header.'],
  ])('says what is wrong, and where, and writes nothing: %s', async (_what, text, wanted, message) => {
    const path = file('wrong.csv', text)
    const modes = join(folder, 'not-written.csv')
    const outcome = await run(modelFit, path, '--formula', wanted, '--groups', modes)
    expect(outcome).toMatchObject({ kind: 'bad-input', message: expect.stringContaining(path + message) })
    expect(existsSync(modes)).toBe(false)
  })

  it.each([
    [['--formula', formula], 'Name one file.'],
    [['a.csv'], '--formula is missing'],
    [['a.csv', '--formula', 'y ~ x'], 'a.csv: there is no such file.'],
    [['a.csv', '--formula', formula, '--method', 'mcmc'], '--method is reml or ml.'],
    [['a.csv', '--formula', formula, '--levels', 'sex'], '--levels sex is not of the form NAME=A,B'],
    [['a.csv', '--formula', formula, '--decimal', ';'], '--decimal is . or ,'],
    [['a.csv', '--formule', formula], '--formule'],
    [
      [good, '--formula', formula, '--factor', 'sexe'],
      'line 1: there is no column sexe, which --levels or --factor names.',
    ],
    [[good, '--formula', 'score ~ prior +'], 'not understood at character 16'],
  ])('says what is wrong with %j', async (args, message) => {
    expect(await run(modelFit, ...args)).toMatchObject({ kind: 'bad-input', message: expect.stringContaining(message) })
  })

  it('says that no answer exists where the columns give every response', async () => {
    const perfect = file('perfect.csv', `y,x,g\n${[1, 2, 3, 4, 5, 6].map((k) => `${k},${k},${k % 2}`).join('\n')}\n`)
    expect(await run(modelFit, perfect, '--formula', 'y ~ x + (1 | g)')).toMatchObject({ kind: 'no-answer' })
  })
})

describe('model growth', () => {
  it('answers by school, and writes a table and a picture', async () => {
    const out = join(folder, 'growth.csv')
    const picture = join(folder, 'growth.svg')
    const outcome = await run(
      modelGrowth,
      good,
      '--formula',
      'score ~ prior + (1 | school)',
      '--out',
      out,
      '--picture',
      picture,
    )
    expect(outcome).toMatchObject({ kind: 'done', answer: { group: 'school', n: 60, schools: { length: 6 } } })
    const [first, ...lines] = readFileSync(out, 'utf8').trimEnd().split('\n')
    expect(first).toBe('group,level,pupils,expected,achieved,growth,lower,upper,reliability,verdict')
    expect(lines).toHaveLength(6)
    expect(readFileSync(picture, 'utf8')).toMatch(/^<svg xmlns.*<\/svg>\n$/s)
  })

  it('writes neither file where one of them cannot be written, and says where a school is small', async () => {
    const out = join(folder, 'alone.csv')
    const asked = [good, '--formula', 'score ~ prior + (1 | school)', '--out', out, '--picture']
    for (const [place, why] of [
      [join(folder, 'no', 'x.svg'), 'the folder is not there'],
      [folder, 'this is a folder'],
    ] as const)
      expect(await run(modelGrowth, ...asked, place)).toEqual({ kind: 'bad-input', message: `${place}: ${why}.` })
    expect(readdirSync(folder).filter((name) => name.includes('alone') || name.endsWith('.part'))).toEqual([])
    const progress = new PassThrough()
    const small = file('small.csv', [header, ...rows, 's7,0.1,M,0.3,here'].join('\n'))
    await modelGrowth.run([small, '--formula', 'score ~ prior + (1 | school)'], { ...shell, progress })
    expect(String(progress.read())).toContain('1 of the 7 schools has fewer than 10 pupils.')
  })

  it('says which groups there are, and what a formula needs', async () => {
    expect(await run(modelGrowth, good, '--formula', formula, '--group', 'class')).toMatchObject({
      kind: 'bad-input',
      message: 'The formula has no group class; it has school.',
    })
    expect(await run(modelGrowth, good, '--formula', 'score ~ 0 + prior + (1 | school)')).toMatchObject({
      kind: 'bad-input',
    })
  })
})
