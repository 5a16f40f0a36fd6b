import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openCommandLine } from '../testing.ts'

const { folder, put, kantelpunt } = openCommandLine()

const header =
  'ovt;Gemiddelde %1F 2223;Gemiddelde %1S/2F 2223;Aantal leerlingen 2223;Gemiddelde %1F 2324;Gemiddelde %1S/2F 2324;Aantal leerlingen 2324;Gemiddelde %1F 2425;Gemiddelde %1S/2F 2425;Aantal leerlingen 2425;Schoolweging;Uitkomst indicator 1F;Uitkomst indicator 1S/2F'
const school = '99ZZ|C1;90;60;20;90;60;20;90;60;20;29.5;Boven de signaleringswaarde;Boven de signaleringswaarde'
const results = `${header}\n${school}\n`
const levels = `INSTELLINGSCODE;VESTIGINGSCODE;REKENEN_LAGER1F;REKENEN_1F;REKENEN_1S;REKENEN_2F;LV_LAGER1F;LV_1F;LV_2F;TV_LAGER1F;TV_1F;TV_2F;school_year
${['2022-2023', '2023-2024', '2024-2025'].map((year) => `99ZZ;0;<5;12;6;0;<5;8;10;<5;6;12;${year}`).join('\n')}
`

describe('results read', () => {
  it('says what a file is and writes its numbers, masked ones as intervals', async () => {
    const out = join(folder, 'long.csv')
    const { code, answer } = await kantelpunt('results', 'read', await put('a name, with comma', levels), '--out', out)
    expect(code).toBe(0)
    expect(answer.files[0].tables[0]).toMatchObject({
      kind: 'reference-levels',
      rows: 3,
      schools: 1,
      schoolYears: ['2022-2023', '2023-2024', '2024-2025'],
      cells: { known: 21, masked: 9, missing: 0 },
      maskedMeans: { '<5': [1, 4] },
    })
    const lines = (await readFile(out, 'utf8')).trimEnd().split('\n')
    expect(lines).toHaveLength(31)
    expect(lines[0]).toBe('file,kind,line,column,brin,location,period,part,measure,unit,low,high,status')
    expect(lines[1]).toBe(
      `"${join(folder, 'a name, with comma')}",reference-levels,2,3,99ZZ,00,2022-2023,arithmetic below-1F,pupils,count,1,4,masked`,
    )
  })

  it.each([
    [
      'a cell that can not be read',
      levels.replace(';12;', ';veel;'),
      'line 2, column 4 (REKENEN_1F): "veel" is not a number',
      { total: 1, rows: [expect.objectContaining({ reason: 'unreadable-number', line: 2, text: 'veel' })] },
    ],
    ['an unknown file', 'INSTELLINGSCODE;KLEUR\n99ZZ;rood\n', 'Recognised: INSTELLINGSCODE; missing: ', undefined],
  ])('ends with 1 and one sentence on %s, and writes nothing', async (_, content, sentence, refused) => {
    const path = await put('bad.csv', content)
    const before = await readdir(folder)
    const { code, answer, err } = await kantelpunt(
      'results',
      'read',
      await put('good.csv', levels),
      path,
      '--out',
      join(folder, 'never.csv'),
    )
    expect({ code, answer }).toEqual({
      code: 1,
      answer: refused === undefined ? undefined : { file: path, refused },
    })
    expect(err).toContain(`${path}: `)
    expect(err).toContain(sentence)
    expect((await readdir(folder)).filter((name) => name !== 'good.csv')).toEqual(
      before.filter((name) => name !== 'good.csv'),
    )
  })

  it('ends with 1 where it can not write', async () => {
    const path = await put('good.csv', levels)
    const nowhere = await kantelpunt('results', 'read', path, '--out', join(folder, 'none', 'long.csv'))
    expect(nowhere).toMatchObject({
      code: 1,
      answer: undefined,
      err: expect.stringContaining('the folder is not there'),
    })
    const onto = await kantelpunt('results', 'read', path, '--out', folder)
    expect(onto).toMatchObject({ code: 1, err: expect.stringContaining('this is a folder') })
    expect((await readdir(join(folder, '..'))).filter((name) => name.startsWith(`${basename(folder)}.`))).toEqual([])
  })

  it('ends with 1 where there is no such file, no file at all, or an option that is none', async () => {
    expect(await kantelpunt('results', 'read', join(folder, 'none.csv'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('no such file'),
    })
    expect(await kantelpunt('results', 'read')).toMatchObject({ code: 1 })
    expect(await kantelpunt('results', 'read', '--colour')).toMatchObject({
      code: 1,
      err: expect.stringContaining('--colour'),
    })
  })
})

describe('results judge', () => {
  it('counts agreement, and writes every judgement', async () => {
    const out = join(folder, 'judged.csv')
    const { code, answer } = await kantelpunt('results', 'judge', await put('results.csv', results), '--out', out)
    expect(code).toBe(0)
    expect(answer).toMatchObject({
      schools: 1,
      outcomes: 2,
      agree: 2,
      disagree: 0,
      dependsOnMasked: 0,
      notJudged: 0,
      norms: 'inspectorate-2023-2025',
    })
    const [first, ...lines] = (await readFile(out, 'utf8')).trimEnd().split('\n')
    expect(first).toBe(
      'school,line,indicator,aspect,pupils_low,pupils_high,share_low,share_high,chance_low,chance_high,norm,basis,verdict,reason,published',
    )
    expect(lines).toEqual([
      expect.stringMatching(/^99ZZ\|C1,2,1F,together,60,60,90\.000,90\.000,[\d.]+,[\d.]+,85,counts,above,,above$/),
      expect.stringMatching(
        /^99ZZ\|C1,2,1S\/2F,together,60,60,60\.000,60\.000,[\d.]+,[\d.]+,47\.1,counts,above,,above$/,
      ),
    ])
  })

  it('names the file, line and column of an outcome that it does not know, and of a school that comes twice', async () => {
    const odd = await put('odd.csv', results.replace(/Boven[^;\n]*/, 'Ernaast'))
    expect((await kantelpunt('results', 'judge', odd)).err).toMatch(
      new RegExp(`^${odd}: line 2, column \\d+ \\(.*\\): "Ernaast" is not an outcome`),
    )
    const last = results.trimEnd().split('\n').at(-1)
    const twice = await put('twice.csv', `${results.trimEnd()}\n${last}\n`)
    expect((await kantelpunt('results', 'judge', twice)).err).toMatch(
      new RegExp(`^${twice}: line 3: 99ZZ\\|C1 was on line 2`),
    )
  })

  it('judges per domain with norms that were derived before', async () => {
    const norms = join(folder, 'norms.json')
    const files = [await put('results.csv', results), await put('levels.csv', levels)]
    const derived = await kantelpunt('results', 'norms', 'derive', ...files, '--id', 'mine', '--out', norms)
    expect(derived).toMatchObject({
      code: 0,
      answer: { id: 'mine', schoolYears: ['2022-2023', '2023-2024', '2024-2025'] },
    })
    expect(JSON.parse(await readFile(norms, 'utf8'))).toEqual(derived.answer)
    const judged = await kantelpunt('results', 'judge', ...files, '--norms', norms, '--per-domain')
    expect(judged.answer.perDomain).toMatchObject({ norms: 'mine', derivedHere: false, schools: 1, certain: 0 })
    const listed = await kantelpunt('results', 'norms', 'list', norms)
    expect(listed.answer.norms.map(({ id }: { id: string }) => id)).toEqual([
      'inspectorate-2023-2025',
      'per-domain-inspectorate-2023-2025',
      'mine',
    ])
  })

  it('ends with 1 where a file is missing or the norms are none', async () => {
    const path = await put('results.csv', results)
    const without = await kantelpunt('results', 'judge', path, '--per-domain')
    expect(without).toMatchObject({ code: 1, err: expect.stringContaining('missing: reference-levels') })
    const wrong = await put(
      'wrong.json',
      JSON.stringify({ id: 'x', title: 'x', source: 'x', validFrom: '2025-08-01', schoolYears: ['2024'] }),
    )
    expect(await kantelpunt('results', 'judge', path, '--norms', wrong)).toMatchObject({
      code: 1,
      err: expect.stringContaining('schoolYears[0]'),
    })
    expect(await kantelpunt('results', 'judge', path, '--norms', 'nothing')).toMatchObject({
      code: 1,
      err: expect.stringContaining('inspectorate-2023-2025'),
    })
    const locations = await put('weighting.csv', 'OVT;schoolweging\n99ZZ|C1;30\n')
    expect(await kantelpunt('results', 'judge', locations)).toMatchObject({
      code: 1,
      err: expect.stringContaining('school-weighting'),
    })
  })

  it('ends with 2 where there are no norms for those years, or no school to derive from', async () => {
    const later = await put(
      'later.csv',
      results.replaceAll('2425', '2526').replaceAll('2324', '2425').replaceAll('2223', '2324'),
    )
    expect(await kantelpunt('results', 'judge', later)).toMatchObject({
      code: 2,
      answer: undefined,
      err: expect.stringContaining('2025-2026'),
    })
    const files = [await put('results.csv', results.replace('29.5', '')), await put('levels.csv', levels)]
    expect(await kantelpunt('results', 'norms', 'derive', ...files)).toMatchObject({ code: 2 })
  })
})
