import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openCommandLine } from '../testing.ts'

const { folder, put, kantelpunt } = openCommandLine()

const pupils = 'school,level,n\nA,havo,3\nA,vwo,20\nB,havo,25\nB,vwo,9\nC,havo,12\nC,vwo,30\n'
const asked = ['--dimensions', 'school,level', '--count', 'n']

describe('table protect, audit and verify', () => {
  it('protects a table, which the audit finds safe and the verifier proven', async () => {
    const file = await put('pupils.csv', pupils)
    const [out, proof] = [join(folder, 'protected.csv'), join(folder, 'proof.json')]
    const made = await kantelpunt(
      'table',
      'protect',
      file,
      ...asked,
      '--objective',
      'sum',
      '--out',
      out,
      '--certificate',
      proof,
    )
    expect(made.code).toBe(0)
    expect(made.answer).toMatchObject({
      primary: [['A', 'havo']],
      secondary: [
        ['A', 'vwo'],
        ['B', 'havo'],
        ['B', 'vwo'],
      ],
      objective: 57,
      bound: 57,
      optimal: true,
      minimalWidth: 23,
    })
    expect(made.answer.seconds).toBeGreaterThanOrEqual(0)
    const published = await readFile(out, 'utf8')
    expect(published).toContain('A,havo,x\nA,vwo,x\nA,Total,23\nB,havo,x\nB,vwo,x\nB,Total,34\nC,havo,12\n')
    const audited = await kantelpunt('table', 'audit', out, ...asked)
    expect(audited.answer).toMatchObject({ safe: true, suppressed: 4, leaks: [], minimalWidth: 23 })
    expect(audited.answer.intervals).toContainEqual({ cell: ['A', 'havo'], low: 0, high: 23 })
    const verified = await kantelpunt('table', 'verify', proof, out, ...asked, '--original', file)
    expect(verified).toMatchObject({ code: 0, answer: { verified: true, proven: 4, suppressed: 4 } })
    // Rows may be sorted in between, here and in the original.
    const sorted = (text: string) =>
      text.replace(/\n(.*)\n$/s, (_, rows) => `\n${rows.split('\n').sort().reverse().join('\n')}\n`)
    const shuffled = await put('shuffled.csv', sorted(published))
    const truth = ['--original', await put('truth.csv', sorted(pupils))]
    expect(await kantelpunt('table', 'verify', proof, shuffled, ...asked)).toMatchObject({ code: 0 })
    expect(await kantelpunt('table', 'verify', proof, out, ...asked, ...truth)).toMatchObject({ code: 0 })
    expect((await kantelpunt('table', 'audit', out, ...asked, ...truth)).answer).toMatchObject({ safe: true })
    const fewer = await put('fewer.csv', pupils.replace('C,vwo,30\n', '').replace('C,havo,12\n', ''))
    for (const words of [['audit'], ['verify', proof]]) {
      const { code, err } = await kantelpunt('table', ...words, out, ...asked, '--original', fewer)
      expect(code).toBe(1)
      expect(err).toContain('only one of them has the category "C" in school')
    }
    // The rule that counts is that of who asks, not that of who made the certificate.
    const stricter = await kantelpunt('table', 'verify', proof, out, ...asked, '--width', '10')
    expect(stricter).toMatchObject({ code: 2, answer: { verified: false, reason: 'weaker-rule' } })
    const robbed = await put('robbed.json', (await readFile(proof, 'utf8')).replace(/\[\[.*\]\]/, '[]'))
    expect(await kantelpunt('table', 'verify', robbed, out, ...asked)).toMatchObject({ code: 2 })
    const other = await put('other.csv', published.replace('C,havo,12', 'C,havo,x'))
    expect(await kantelpunt('table', 'verify', proof, other, ...asked)).toMatchObject({
      code: 2,
      answer: { verified: false, reason: 'another-table' },
    })
  })

  it('keeps the separator of the file, and warns of names that a spreadsheet would run', async () => {
    const text = 'school;level;n\n=1+1;a,b;3\n=1+1;vwo;20\nB;"a;b";25\n-3;vwo;9\n'
    const file = await put('semicolons.csv', text)
    for (const command of ['protect', 'round']) {
      const out = join(folder, `semicolons-${command}.csv`)
      const { code, err } = await kantelpunt('table', command, file, ...asked, '--out', out)
      expect(code).toBe(0)
      expect(err).toBe(
        'Mind "=1+1" in school: a spreadsheet takes it for a formula. Give it another name before you publish.\n',
      )
      const published = await readFile(out, 'utf8')
      expect(published).toContain('school;level;n\n=1+1;a,b;')
      expect(published).toContain('B;"a;b";25\n')
    }
    const out = join(folder, 'semicolons-protect.csv')
    expect((await kantelpunt('table', 'audit', out, ...asked, '--original', file)).answer.safe).toBe(true)
  })

  it('says which cells of a carelessly suppressed table leak, and why', async () => {
    const text = `${pupils.replace(',3\n', ',x\n')}A,Total,23\n`
    const { code, answer } = await kantelpunt('table', 'audit', await put('careless.csv', text), ...asked)
    expect(code).toBe(0)
    expect(answer).toMatchObject({ safe: false, suppressed: 1, minimalWidth: 0 })
    expect(answer.leaks).toEqual([
      { cell: ['A', 'havo'], why: 'derivable', low: 3, high: 3, certain: true, because: [['A', 'Total']] },
    ])
    // Nobody has the margins that have no row.
    expect(answer.marginsWithoutRow).toBe(2)
    const shown = await kantelpunt('table', 'audit', await put('shown.csv', pupils), ...asked)
    expect(shown.answer.leaks).toMatchObject([{ cell: ['A', 'havo'], why: 'published' }])
  })

  it('protects tables that share margins together', async () => {
    const file = await put('per-level.csv', pupils)
    const years = await put('per-year.csv', 'school,year,n\nA,1,11\nA,2,12\nB,1,20\nB,2,14\nC,1,40\nC,2,2\n')
    const out = join(folder, 'linked.csv')
    const link = ['--link', `${years}:school,year:n`]
    const { code, answer } = await kantelpunt('table', 'protect', file, ...asked, ...link, '--out', out)
    expect(code).toBe(0)
    expect(answer.primary).toEqual([
      { file, cell: ['A', 'havo'] },
      { file: years, cell: ['C', '2'] },
    ])
    const second = join(folder, 'linked-2.csv')
    const audited = await kantelpunt('table', 'audit', out, ...asked, '--link', `${second}:school,year:n`)
    expect(audited.answer).toMatchObject({ safe: true, leaks: [] })
    const wrong = await put('wrong.csv', 'school,year,n\nA,1,11\n')
    const refused = await kantelpunt('table', 'protect', file, ...asked, '--link', `${wrong}:school,year:n`)
    expect(refused.code).toBe(1)
    expect(refused.err).toContain(`A × Total is 11 here and 23 in ${file}`)
  })

  it('knows totals between, and that a table can be beyond protection', async () => {
    const file = await put('hierarchy.csv', pupils)
    const regions = await put('regions.csv', 'child,parent\nA,North\nB,North\n')
    const hierarchy = ['--hierarchy', `school=${regions}`]
    const { answer } = await kantelpunt('table', 'protect', file, ...asked, ...hierarchy, '--objective', 'sum')
    expect(answer).toMatchObject({
      objective: 57,
      secondary: [
        ['A', 'vwo'],
        ['B', 'havo'],
        ['B', 'vwo'],
      ],
    })
    const two = await put('two.csv', 'school,level,n\nA,havo,3\nB,vwo,9\n')
    const beyond = await kantelpunt(
      'table',
      'protect',
      two,
      ...asked,
      '--keep',
      'margins',
      '--out',
      join(folder, 'never.csv'),
    )
    expect(beyond.code).toBe(2)
    expect(beyond.err).toContain('No choice of cells protects')
    expect(existsSync(join(folder, 'never.csv'))).toBe(false)
  })

  it('rounds a table so that margins hold', async () => {
    const out = join(folder, 'rounded.csv')
    const { answer } = await kantelpunt('table', 'round', await put('round.csv', pupils), ...asked, '--out', out)
    expect(answer).toMatchObject({ cells: 12, zeroRestricted: true, optimal: true })
    const rows = (await readFile(out, 'utf8'))
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(','))
    const count = (school: string, level: string) => Number(rows.find(([a, b]) => a === school && b === level)?.[2])
    expect(count('A', 'havo') + count('A', 'vwo')).toBe(count('A', 'Total'))
    expect(rows.every(([, , n]) => Number(n) % 5 === 0)).toBe(true)
  })
})

describe('bad input', () => {
  it.each([
    [`${pupils}D,havo,-2\n`, 'line 8, column 3 (n): -2 is below zero'],
    [`${pupils}D,havo,some\n`, 'line 8, column 3 (n): "some" is not a count'],
    [`${pupils}A,Total,24\n`, 'line 8, column 3: A × Total says 24, and its parts add up to 23'],
    [`${pupils}A,havo,3\n`, 'line 8, column 3: the cell A × havo was on line 2 already'],
    [`${pupils}A,Totaal,23\n`, 'line 8, column 2 (level): "Totaal" would be one category more; if it is the total'],
    [`${pupils}D,havo\n`, 'line 8, column 3: the row has 2 cells, the header has 3'],
    [pupils.replace('level', 'kind'), 'line 1: there is no column "level"; the columns are school, kind, n'],
  ])('says where and writes nothing: %j', async (content, sentence) => {
    const file = await put('bad.csv', content)
    const out = join(folder, 'nothing.csv')
    for (const command of ['protect', 'round']) {
      const { code, answer, err } = await kantelpunt('table', command, file, ...asked, '--out', out)
      expect(code).toBe(1)
      expect(answer).toBeUndefined()
      expect(err).toContain(`${file}: ${sentence}`)
    }
    expect((await readdir(folder)).filter((name) => name.startsWith('nothing'))).toEqual([])
  })

  it.each([
    [['nowhere.csv', ...asked], 'there is no such file'],
    [[], 'Name the file with the table'],
    [['a.csv', '--count', 'n'], 'Name the columns of categories'],
    [['a.csv', ...asked, '--width', 'wide'], '--width wide is not a number'],
    [['a.csv', ...asked, '--threshold', '0'], '--threshold 0 is not a whole number of 1 or more'],
    [['a.csv', ...asked, '--objective', 'best'], '--objective is cells or sum'],
    [['a.csv', ...asked, '--link', 'b.csv'], 'write it as FILE:a,c:n'],
    [['a.csv', ...asked, '--out', './a.csv'], './a.csv would be written over a file that this command reads or writes'],
    [['a.csv', ...asked, '--out', 'b.csv', '--certificate', 'b.csv'], 'b.csv would be written over'],
    [['a.csv', ...asked, '--unknown'], 'Unknown option'],
  ])('%j', async (args, sentence) => {
    const { code, err } = await kantelpunt('table', 'protect', ...args)
    expect(code).toBe(1)
    expect(err).toContain(sentence)
  })

  it('a place where nothing can be written', async () => {
    const file = await put('fine.csv', pupils)
    const out = join(folder, 'no', 'such', 'folder.csv')
    const { code, err } = await kantelpunt('table', 'protect', file, ...asked, '--out', out)
    expect(code).toBe(1)
    expect(err).toContain(`${out}: the folder is not there`)
    const table = join(folder, 'unproven.csv')
    const both = ['--out', table, '--certificate', out]
    expect((await kantelpunt('table', 'protect', file, ...asked, ...both)).code).toBe(1)
    expect(existsSync(table)).toBe(false)
  })

  it('no certificate is no proof', async () => {
    const file = await put('public.csv', pupils)
    const { code, err } = await kantelpunt('table', 'verify', await put('proof.txt', '{"form":1}'), file, ...asked)
    expect(code).toBe(1)
    expect(err).toContain('this is no certificate')
  })
})
