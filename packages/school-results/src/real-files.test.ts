import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { deriveFromResults, judgeResults, knownNorms, longRows, type ResultsTable, readResults } from './index.ts'

const folder = join(import.meta.dirname, '../../../../shared/data/results')
const present = existsSync(folder)
if (!present) process.stderr.write(`skipped: the published files are not here (${folder})\n`)

const opened = new Map<string, readonly ResultsTable[]>()

function read(path: string): readonly ResultsTable[] {
  const known = opened.get(path)
  if (known !== undefined) return known
  const tables = readResults(readFileSync(join(folder, path)))
  if (!tables.ok) throw new Error(JSON.stringify(tables))
  opened.set(path, tables.tables)
  return tables.tables
}

/** Rows of a delimited file read in the plainest way, by header. */
function plainly(path: string): readonly ReadonlyMap<string, string>[] {
  const [header = '', ...lines] = readFileSync(join(folder, path), 'utf8').trimEnd().split(/\r?\n/)
  const names = header.split(';')
  return lines.map((line) => new Map(line.split(';').map((cell, i) => [names[i] ?? '', cell])))
}

const results = 'inspectie/leerresultaten__Data.csv'

describe.skipIf(!present)('the published files', () => {
  it.each([
    ['inspectie/leerresultaten.ods', ['inspectorate-results 6205']],
    [results, ['inspectorate-results 6205']],
    ['inspectie/schoolweging.ods', ['school-weighting 6338', ...Array(3).fill('school-weighting 6410')]],
    ['duo-2019/alle-vestigingen-bo.csv', ['school-locations 6268']],
    ['duo-2019/alle-vestigingen-vo.csv', ['school-locations 1619']],
    ['duo-2019/gemiddelde-eindscores-bo-sbo-2018-2019.csv', ['final-test-scores 6579']],
    ['duo-2025/enrollment_raw.csv', ['enrolment-primary 7123']],
    ['duo-2025/schools_raw.csv', ['school-locations 6109']],
    ['duo-2025/scores_3year.csv', ['reference-levels 18438']],
    ['duo-2025/vo_doorstroom_raw.csv', ['progress-secondary 1320']],
    ['duo-2025/vo_schools_raw.csv', ['school-locations 1626']],
  ])('%s is known by its columns, and every cell is read', (path, tables) => {
    expect(read(path).map(({ kind, rowCount }) => `${kind} ${rowCount}`)).toEqual(tables)
  })

  it('say the same as a spreadsheet and as text', () => {
    const long = (path: string) => [...longRows('', read(path)[0] ?? never())].map((row) => row.join(';'))
    expect(long('inspectie/leerresultaten.ods').map(withoutLine)).toEqual(long(results).map(withoutLine))
  })

  it('give the Inspectorate’s own outcomes: all that can be derived, and the one that can not by name', () => {
    const judged = judgeResults(read(results))
    if (!judged.ok) throw new Error(judged.reason)
    // Counted apart from the reader.
    const rows = plainly(results)
    const published = rows.flatMap((row) => [row.get('Uitkomst indicator 1F'), row.get('Uitkomst indicator 1S/2F')])
    expect(published.filter((text) => /^(Boven|Onder)/.test(text ?? ''))).toHaveLength(12_030)
    const { agreement, weightedMeans } = judged
    expect(agreement).toMatchObject({
      schools: 6205,
      outcomes: 12_030,
      agree: 12_029,
      disagree: 0,
      dependsOnMasked: 0,
      notJudged: 1,
    })
    expect(agreement.unjudgedByBoth).toEqual({ indicators: 380, sameReason: 380 })
    const unweighted = rows.filter(
      (row) => row.get('Schoolweging') === '' && /^Boven/.test(row.get('Uitkomst indicator 1S/2F') ?? ''),
    )
    expect(agreement.named.map(({ school, reason }) => [school, reason])).toEqual(
      unweighted.map((row) => [row.get('ovt'), 'weighting-missing']),
    )
    expect(weightedMeans?.compared).toBeGreaterThan(11_000)
    expect(weightedMeans?.largestDifference).toBeLessThan(0.011)
  })

  it('give the norms per domain that come along', () => {
    const derived = deriveFromResults([...read(results), ...read('duo-2025/scores_3year.csv')])
    if (!derived.ok) throw new Error(derived.reason)
    const { tables, ...about } = derived.norms
    const known = knownNorms.find(({ id }) => id === about.id)
    expect(known).toMatchObject(about)
    const valuesOf = (each: typeof tables | undefined) =>
      each?.map(({ indicator, aspect, values }) => [
        ...[indicator, aspect],
        ...('flat' in values ? [values.flat] : values.byWeighting.flatMap(({ from, to, value }) => [from, to, value])),
      ])
    expect(valuesOf(known?.tables)).toEqual(valuesOf(tables))
  })

  it('give certain verdicts from masked counts alone that are the Inspectorate’s, but for pupils who are exempt', () => {
    const judged = judgeResults([...read('duo-2025/scores_3year.csv'), ...read('inspectie/schoolweging.ods')])
    if (!judged.ok) throw new Error(judged.reason)
    const rows = Map.groupBy(plainly(results), (row) => row.get('ovt')?.slice(0, 4))
    const locations = Map.groupBy(judged.judgements, ({ code }) => code.brin)
    let certain = 0
    let same = 0
    for (const { code, judgement } of judged.judgements) {
      const [own, ...more] = rows.get(code.brin) ?? []
      const { verdict } = judgement.outcome
      const published = own?.get(`Uitkomst indicator ${judgement.indicator}`)?.slice(0, 5)
      if (more.length > 0 || locations.get(code.brin)?.length !== 2 || !/^(Boven|Onder)$/.test(published ?? ''))
        continue
      if (verdict !== 'above' && verdict !== 'below') continue
      certain++
      if (verdict === (published === 'Boven' ? 'above' : 'below')) same++
    }
    expect(certain).toBeGreaterThan(10_000)
    expect(same / certain).toBeGreaterThan(0.999)
  })

  it('bracket what midpoints of the masked cells would say of domains that hide below the mean', () => {
    const judged = judgeResults([...read(results), ...read('duo-2025/scores_3year.csv')], { perDomain: true })
    if (!judged.ok || judged.perDomain === undefined) throw new Error('not judged')
    const { schools, hidden, cellsApart, norms, samePupils } = judged.perDomain
    expect(samePupils).toMatchObject({ holds: true, contradicted: 0 })
    const rows = Map.groupBy(plainly('duo-2025/scores_3year.csv'), (row) => row.get('INSTELLINGSCODE'))
    const columns = { arithmetic: 'REKENEN', reading: 'LV', language: 'TV', together: '' }
    let midpoints = 0
    for (const { link, judgements, passes } of schools) {
      if (!passes) continue
      const own = rows.get(link.school.code.brin) ?? []
      const below = judgements.filter(({ indicator, aspect, norm = 0, bounds }) => {
        const part = (levels: readonly string[]) =>
          own
            .flatMap((row) => levels.map((level) => middle(row.get(`${columns[aspect]}_${level}`))))
            .reduce((a, b) => a + b, 0)
        const reached = part(indicator === '1F' ? ['1F', '1S', '2F'] : ['1S', '2F'])
        const share = (100 * reached) / part(['LAGER1F', '1F', '1S', '2F'])
        // Where nothing is masked the middle is the share itself.
        if (bounds !== undefined && bounds.low === bounds.high)
          expect(share).toBeCloseTo((100 * bounds.low.above) / bounds.low.total, 9)
        return share < norm
      })
      if (below.length > 0) midpoints++
    }
    // Cells by themselves: the middle is one of the ways to fill them.
    expect(midpoints).toBeGreaterThanOrEqual(cellsApart.certain)
    expect(midpoints).toBeLessThanOrEqual(cellsApart.certain + cellsApart.dependsOnMasked)
    expect(hidden.certain).toBeGreaterThanOrEqual(cellsApart.certain)
    expect(hidden.certain + hidden.dependsOnMasked).toBeLessThanOrEqual(cellsApart.certain + cellsApart.dependsOnMasked)
    // An estimate from elsewhere, with midpoints: 13.5 % of the schools that pass.
    expect((100 * hidden.certain) / hidden.schools).toBeLessThan(13.5)
    expect((100 * (hidden.certain + hidden.dependsOnMasked)) / hidden.schools).toBeGreaterThan(13.5)
    for (const { values } of norms.tables) {
      if (!('byWeighting' in values)) throw new Error('not by weighting')
      expect(values.byWeighting.map(({ from }) => from)).toEqual(Array.from({ length: 20 }, (_, i) => 20 + i))
    }
  })
})

function middle(cell: string | undefined): number {
  return cell === '<5' ? 2.5 : Number(cell ?? 0)
}

/** Line numbers differ by the blank rows of a spreadsheet; a column number says the rest. */
function withoutLine(row: string): string {
  return row.replace(/^(;[^;]*);\d+/, '$1')
}

function never(): never {
  throw new Error('no table')
}
