import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openCommandLine } from '../testing.ts'

const { folder, put, kantelpunt } = openCommandLine()
let teachers = ''
let schools = ''
beforeAll(async () => {
  teachers = await put('teachers.csv', teacherTable)
  schools = await put('schools.csv', schoolTable)
})

// Carla is too far from the others by 4 km, Daan has no buddy.
const teacherTable = `id;school;schoolleider;buddy;vak;deeltijdfactor;deeltijdmarge;straal_km;periode;schooljaar
anna;noord;ja;ja;wiskunde;0,8;0,2;25;h1|h2;2026-2027
bas;zuid;ja;ja;wiskunde;1;0,2;25;h2;2026-2027
carla;oost;ja;ja;wiskunde;1;0,2;16;h2;2026-2027
daan;oost;ja;;wiskunde;1;0,2;90;h2;2026-2027
emma;west;ja;ja;wiskunde;1;0,2;20;h2;2026-2027
`
const schoolTable = `id;sector;rd_x;rd_y;expertise;doelen
noord;vo;120000;450000;taal:4;rekenen:3
zuid;vo;130000;450000;rekenen:5;taal:1
oost;vo;150000;450000;taal:5;rekenen:1
west;vo;130500;450000;rekenen:3;taal:1
`

describe('exchange market, solve and explain', () => {
  it('makes a market that solve reads, and explains what came out', async () => {
    const [out, result] = [join(folder, 'market.json'), join(folder, 'result.json')]
    const made = await kantelpunt('exchange', 'market', teachers, schools, '--out', out)
    expect(made.code).toBe(0)
    expect(made.answer).toMatchObject({ teachers: 5, trios: 4, pairs: 12, rules: '2026-1', out })
    const { fit, fellOut } = made.answer
    const others = Object.values<number>(fellOut).reduce((sum, each) => sum + each, 0)
    expect(fit + others).toBe(12)
    const solved = await kantelpunt('exchange', 'solve', out, '--out', result)
    expect(solved.answer).toMatchObject({ exchanges: 1, optimal: true })
    expect(JSON.parse(await readFile(result, 'utf8')).cycles).toEqual([[0, 1]])
    const anna = await kantelpunt('exchange', 'explain', result, out, '--teacher', 'anna', '--alternatives', '100')
    expect(anna.answer).toMatchObject({
      matched: true,
      goes: { school: 'zuid', kilometres: 10 },
      alternatives: [{ partner: 'bas', cost: 0 }, { partner: 'emma' }, { partner: null, cost: anna.answer.weight }],
    })
    expect(anna.answer.sentences[1]).toBe('Je gaat naar school zuid. Dat is 10,0 km. Je wilt tot 25,0 km reizen.')
    expect(anna.answer.alternativeSentences[0]).toBe('Ruilen met bas: 0 punten minder voor allen samen (0,000 %).')
    const carla = await kantelpunt('exchange', 'explain', result, out, '--teacher', 'carla', '--language', 'en')
    expect(carla.answer).toMatchObject({ matched: false, because: 'no-partner', partners: 0 })
    expect(carla.answer.sentences).toContain('This gives you an exchange: travelling 4 km farther.')
    expect(JSON.stringify(carla.answer)).not.toMatch(/anna|bas|emma|noord|zuid|west/)
    const daan = await kantelpunt('exchange', 'explain', result, out, '--teacher', 'daan')
    expect(daan.answer.sentences).toEqual([
      'Je doet nog niet mee. Er is nog geen schoolleider of buddy bij jou ingevuld.',
      'Dit geeft je een ruil: een buddy erbij.',
    ])
  })

  it.each(['edges', 'arcs'])('writes %s with who is which number', async (form) => {
    const out = join(folder, `market.${form}`)
    expect(await kantelpunt('exchange', 'market', teachers, schools, '--out', out)).toMatchObject({ code: 0 })
    const ids = await readFile(`${out}.ids.csv`, 'utf8')
    expect(ids).toBe('vertex,id\n0,anna\n1,bas\n2,carla\n3,daan\n4,emma\n')
    const solved = await kantelpunt('exchange', 'solve', out)
    expect(solved.answer).toMatchObject({ n: 5, cycles: [[0, 1]] })
  })

  it('keeps to one period, and to rules that are given', async () => {
    const out = join(folder, 'h1.json')
    const one = await kantelpunt('exchange', 'market', teachers, schools, '--out', out, '--period', 'H1')
    expect(one.answer).toMatchObject({ teachers: 1, fit: 0 })
    const none = await kantelpunt('exchange', 'market', teachers, schools, '--out', out, '--period', 'h3')
    expect(none).toMatchObject({ code: 1, err: expect.stringContaining('nobody') })
    const { defaultRules } = await import('@kantelpunt/exchange')
    const rules = await put('rules.json', JSON.stringify({ ...defaultRules, version: 'near', brings: 0, learns: 1 }))
    const other = await kantelpunt('exchange', 'market', teachers, schools, '--out', out, '--rules', rules)
    expect(other.answer).toMatchObject({ rules: 'near' })
    const wrong = await put('wrong.json', '{"version":"x"}')
    const refused = await kantelpunt('exchange', 'market', teachers, schools, '--out', out, '--rules', wrong)
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('no rules') })
  })

  it('tells everything that is wrong with file, line, column and remedy, and writes nothing', async () => {
    const out = join(folder, 'never.json')
    const bad = await put('bad.csv', teacherTable.replace('0,8', 'veel').replace('bas;zuid', 'bas;suid'))
    const badSchools = await put('bad-schools.csv', schoolTable.replace('taal:4', 'taal:7'))
    const { code, err, answer } = await kantelpunt('exchange', 'market', bad, badSchools, '--out', out)
    expect(code).toBe(1)
    expect(err).toContain(`${bad}: line 2, column 6 (deeltijdfactor): "veel" is not a number; write it like 0.8 or 0,8`)
    expect(err).toContain(`${bad}: line 3, column 2 (school): "suid" is not in the table of schools; add it there`)
    expect(err).toContain(
      `${badSchools}: line 2, column 5 (expertise): "taal:7" is not a theme and a whole level up to 5`,
    )
    expect(answer.problems).toHaveLength(3)
    await expect(readFile(out)).rejects.toThrow(/ENOENT/)
  })

  it.each([
    [['market', 'T', 'S'], /--out/],
    [['market', 'T', '--out', 'x.json'], /Name the table/],
    [['market', 'T', 'S', '--out', 'x.csv'], /the name tells the form/],
    [['market', 'nowhere.csv', 'S', '--out', 'x.json'], /no such file/],
    [['explain', 'R', 'M'], /--teacher/],
    [['explain', 'R', 'M', '--teacher', 'zoe'], /"zoe" is not in/],
    [['explain', 'R', 'M', '--teacher', 'anna', '--language', 'fr'], /nl or en/],
    [['explain', 'R', 'M', '--teacher', 'anna', '--alternatives', 'x'], /percentage/],
    [['explain', 'M', 'M', '--teacher', 'anna'], /no result/],
    [['explain', 'R', 'R', '--teacher', 'anna'], /line|n, arcs|json/i],
    [['explain', 'R', 'A', '--teacher', 'anna'], /no teachers and schools/],
    [['explain', 'W', 'M', '--teacher', 'anna'], /does not hold/],
    [['explain', 'C', 'M', '--teacher', 'anna', '--alternatives', '5'], /--cycles 2/],
    [['explain', 'P', 'M', '--teacher', 'anna'], /only exchanges of --mechanism optimal/],
  ])('refuses %j', async (args, why) => {
    const [market, result] = [join(folder, 'm.json'), join(folder, 'r.json')]
    await kantelpunt('exchange', 'market', teachers, schools, '--out', market)
    await kantelpunt('exchange', 'solve', market, '--out', result)
    const priority = join(folder, 'p.json')
    await kantelpunt('exchange', 'solve', market, '--mechanism', 'priority', '--out', priority)
    const threes = join(folder, 'c.json')
    await kantelpunt('exchange', 'solve', market, '--cycles', '3', '--out', threes)
    const answer = JSON.parse(await readFile(result, 'utf8'))
    const worse = await put('w.json', JSON.stringify({ ...answer, cycles: [] }))
    const arcs = await put('arcs.json', '{"n":2,"arcs":[[0,1,1]]}')
    const paths = new Map([
      ['T', teachers],
      ['S', schools],
      ['M', market],
      ['R', result],
      ['W', worse],
      ['A', arcs],
      ['P', priority],
      ['C', threes],
    ])
    const { code, err } = await kantelpunt('exchange', ...args.map((each) => paths.get(each) ?? each))
    expect(err).toMatch(why)
    expect(code).toBe(1)
  })
})
