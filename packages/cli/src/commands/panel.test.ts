import { access, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openCommandLine } from '../testing.ts'

const { folder, put, kantelpunt } = openCommandLine()

const quotas = 'feature,value,min,max,min_flex,max_flex\nsector,po,2,2,1,3\nsector,vo,1,1,0,2\n'
const people = `id,sector,street,school\n${[
  '__proto__,po,Lane 1,x',
  'b,po,Lane 1,x',
  'c,PO,Lane 2,x',
  'd,po,,y',
  'e,vo,,y',
  'f,vo,Lane 1,',
].join('\n')}\n`

async function files(more: Partial<Record<'quotas' | 'pool', string>> = {}) {
  const name = Object.keys(more).join()
  return [
    '--quotas',
    await put(`Q${name}.csv`, more.quotas ?? quotas),
    '--pool',
    await put(`P${name}.csv`, more.pool ?? people),
    '--id',
    'id',
  ]
}

describe('panel select', () => {
  it.each(['leximin', 'maximin', 'nash', 'goldilocks', 'legacy'])(
    'writes a result that panel verify finds sound: %s',
    async (algorithm) => {
      const out = join(folder, `${algorithm}.json`)
      const asked = await files()
      const select = ['panel', 'select', ...asked, '--seats', '3', '--algorithm', algorithm, '--seed', 'c0ffee']
      const made = await kantelpunt(...select, '--one-per', 'street', '--at-most', 'school:2', '--out', out)
      expect(made).toMatchObject({ code: 0, answer: { algorithm, seats: 3, pool: 6, seed: 'c0ffee', out } })
      const result = JSON.parse(await readFile(out, 'utf8'))
      expect(Object.keys(result)).toEqual(
        expect.arrayContaining([
          'algorithm',
          'seats',
          'pool',
          'panels',
          'probabilities',
          'statistics',
          'certificate',
          'seconds',
        ]),
      )
      expect(Object.keys(result.probabilities)).toEqual(['__proto__', 'b', 'c', 'd', 'e', 'f'])
      for (const { members } of result.panels)
        expect(members.filter((id: string) => ['__proto__', 'b', 'f'].includes(id)).length).toBeLessThan(2)
      // The rules that are not named again are those of the result.
      const verified = await kantelpunt('panel', 'verify', out, ...asked)
      expect(verified).toMatchObject({
        code: 0,
        answer: { sound: true, rules: { onePer: [['street']], takenFromResult: ['--one-per', '--at-most'] } },
      })
      if (algorithm !== 'legacy') expect(verified.answer.gap).toBeLessThanOrEqual(0.001)
      const [panel] = result.panels
      panel.members = ['__proto__', 'b', 'e']
      const forged = await put('forged.json', JSON.stringify(result))
      expect(await kantelpunt('panel', 'verify', forged, ...asked, '--language', 'en')).toMatchObject({
        code: 1,
        answer: { sound: false, why: [{ reason: 'limit' }] },
        err: expect.stringContaining('too many people of one address'),
      })
    },
  )

  it('gives the same result for the same seed, and prints one where none was given', async () => {
    const select = ['panel', 'select', ...(await files()), '--seats', '3']
    const [one, other] = [await kantelpunt(...select, '--seed', '01'), await kantelpunt(...select, '--seed', '01')]
    expect({ ...one.answer, seconds: 0 }).toEqual({ ...other.answer, seconds: 0 })
    const { answer } = await kantelpunt(...select, '--algorithm', 'maximin')
    expect(answer.seed).toMatch(/^[0-9a-f]{32}$/)
    expect(answer.panels.length).toBeGreaterThan(0)
  })

  it('keeps people who were selected and those who stay out, from a list or a file', async () => {
    const list = await put('ids.txt', 'd\r\n\r\n')
    const select = ['panel', 'select', ...(await files()), '--seats', '3', '--selected', 'E', '--excluded', `@${list}`]
    const { code, answer, err } = await kantelpunt(...select, '--language', 'en')
    expect(code).toBe(0)
    // Where the machine is slow, how it goes is told too.
    expect(err).toMatch(/^"sector": "PO" was read as "po" \(1 person\)\.\n"E" was found as "e"\.\n/)
    expect([answer.probabilities.e, answer.probabilities.d, answer.probabilities.f]).toEqual([1, 0, 0])
  })

  it('tells whom no panel can have, and why', async () => {
    const asked = await files({ quotas: `${quotas}school,x,0,3,,\nschool,y,0,0,,\n` })
    const pool = await put('schools.csv', people.replace('Lane 1,\n', 'Lane 1,x\n'))
    const out = join(folder, 'impossible.json')
    const select = ['panel', 'select', ...asked, '--pool', pool, '--seats', '3', '--out', out, '--language', 'en']
    const { code, answer, err } = await kantelpunt(...select)
    expect({ code, impossible: answer.impossible }).toEqual({ code: 0, impossible: 2 })
    expect(err).toContain('2 people can be on no panel: "d", "e". For: "school": at most 0 of "y" (there are 2).')
  })

  it('ends with 1 and all that is wrong, and writes nothing', async () => {
    const out = join(folder, 'never.json')
    const bad = await files({ quotas: quotas.replace('vo,1,1', 'vo,2,1'), pool: `${people}b,mbo,,\n` })
    const before = await readdir(folder)
    const { code, answer, err } = await kantelpunt('panel', 'select', ...bad, '--seats', '3', '--out', out)
    expect(code).toBe(1)
    expect(err.split('\n').slice(0, 4)).toEqual([
      expect.stringMatching(/Q.*\.csv, regel 3: "vo": minstens 2 en hoogstens 1 kan niet samen/),
      expect.stringMatching(/Q.*\.csv, regel 2: "sector": alle minima samen zijn 4, en er zijn 3 plaatsen/),
      expect.stringMatching(/P.*\.csv, regel 8, kolom id: "b" staat ook op regel 3/),
      expect.stringMatching(/P.*\.csv, regel 8, kolom sector: "mbo" staat niet in de quota/),
    ])
    expect(answer.problems).toHaveLength(4)
    expect(await readdir(folder)).toEqual(before)
  })

  it.each([
    [['--seats', '0'], '--seats 0'],
    [['--seats', '3', '--algorithm', 'fair'], '--algorithm is leximin'],
    [['--seats', '3', '--seed', 'xyz'], '--seed xyz'],
    [['--seats', '3', '--at-most', 'school'], '--at-most school'],
    [['--seats', '3', '--language', 'fr'], '--language'],
    [['--seats', '3', '--time-limit', '-1'], '--time-limit'],
    [['--seats', '3', '--gap', 'x'], '--gap x'],
    [['--seats', '3', '--colour'], '--colour'],
    [['--seats', '3', '--selected', '@/nowhere/ids'], '/nowhere/ids: there is no such file'],
    [['--seats', '3', '--out', '/nowhere/result.json'], 'the folder is not there'],
    [['--seats', '7'], '7 plaatsen'],
  ])('ends with 1 on %j', async (more, sentence) => {
    const { code, err } = await kantelpunt('panel', 'select', ...(await files()), ...more)
    expect(code).toBe(1)
    expect(err).toContain(sentence)
  })

  it('ends with 2 where no panel can be, with the conflict and the relaxation, and writes nothing', async () => {
    const out = join(folder, 'none.json')
    const asked = [...(await files()), '--seats', '3', '--excluded', 'e,f', '--language', 'en']
    for (const command of [['select', '--out', out], ['check']]) {
      const { code, answer, err } = await kantelpunt('panel', ...command, ...asked)
      expect(code).toBe(2)
      expect(answer).toMatchObject({
        feasible: false,
        relaxation: {
          withinFlex: true,
          changes: [
            { feature: 'sector', value: 'po', max: { from: 2, to: 3 }, beyondFlex: 0 },
            { feature: 'sector', value: 'vo', min: { from: 1, to: 0 } },
          ],
        },
      })
      expect(err).toContain('No panel of 3 keeps all quotas.')
      expect(err).toContain('The smallest relaxation within the flex: "sector", "po": maximum from 2 to 3')
    }
    await expect(access(out)).rejects.toThrow()
  })
})

describe('panel check', () => {
  it('tells that there is a panel, and whom none can have', async () => {
    const asked = [...(await files({ quotas: `${quotas}school,x,0,3,,\nschool,y,0,0,,\n,,,,,\n` })), '--seats', '3']
    const pool = await put('schools.csv', people.replace('Lane 1,\n', 'Lane 1,x\n'))
    const { code, answer } = await kantelpunt('panel', 'check', ...asked, '--pool', pool)
    expect(code).toBe(0)
    expect(answer).toMatchObject({
      feasible: true,
      impossible: [{ people: ['d', 'e'], because: [{ kind: 'max', feature: 'school', value: 'y', max: 0 }] }],
      sentences: [
        'Er is een panel dat alle quota haalt.',
        '2 mensen kunnen op geen enkel panel: "d", "e". Want: "school": hoogstens 0 keer "y" (er zijn er 2).',
      ],
    })
  })
})

describe('panel verify', () => {
  it('ends with 1 on what is no result', async () => {
    const asked = await files()
    for (const [content, sentence] of [
      ['{', 'this is no JSON'],
      ['[]', 'this is no result'],
      ['{"seats":3,"panels":[]}', 'de kansen van de panels zijn samen 0'],
    ] as const)
      expect(await kantelpunt('panel', 'verify', await put('odd.json', content), ...asked)).toMatchObject({
        code: 1,
        err: expect.stringContaining(sentence),
      })
    expect(await kantelpunt('panel', 'verify', ...asked)).toMatchObject({ code: 1 })
  })

  it('refuses a leximin that is a maximin', async () => {
    // Those of po have chances of 2 in 5, those of vo could have 1 in 2 each.
    const asked = await files({ pool: `${people}g,po,,\n` })
    const { answer } = await kantelpunt('panel', 'select', ...asked, '--seats', '3', '--algorithm', 'maximin')
    answer.algorithm = answer.certificate.algorithm = 'leximin'
    const path = await put('maximin.json', JSON.stringify(answer))
    expect(await kantelpunt('panel', 'verify', path, ...asked)).toMatchObject({ code: 1, answer: { sound: false } })
  })
})
