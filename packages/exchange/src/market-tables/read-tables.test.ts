import { describe, expect, it } from 'vitest'
import { buildMarket } from '../market/build-market.ts'
import { defaultRules } from '../market/default-rules.ts'
import { marketPieces } from '../market-file/market-pieces.ts'
import { readMarketFile } from '../market-file/read-market-file.ts'
import { isMarketRules } from '../market-file/record-guards.ts'
import { readExchange } from '../reading/read-exchange.ts'
import { readMarketTables } from './read-tables.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (teachers: string, schools: string) => readMarketTables(bytes(teachers), bytes(schools), defaultRules)

const teacherHeader =
  'id;school;schoolleider;buddy;vak;deeltijdfactor;deeltijdmarge;straal_km;periode;schooljaar;bevoegdheden;vereist;niet_met'
const anna = 'anna;01AB;ja;Kees;Wiskunde;0,8;0,2;25;h1|H2;2026-2027;1|2;2;'
const bas = 'bas;02CD;ja;ja;wiskunde;1;0,2;25,5;h2;2026/27;2;2;'
const schoolHeader = 'id;sector;breedte;lengte;expertise;doelen;niet_met'
const north = '01AB;VO;52,09;5,12;taal:4 | burgerschap;rekenen:3;'
const south = '02CD;vo;52.01;5.12;Rekenen:5;taal:1;'
const teachers = [teacherHeader, anna, bas].join('\n')
const schools = [schoolHeader, north, south].join('\n')

describe('readMarketTables', () => {
  it('reads Dutch columns, decimals with a comma, lists, and words however they are written', () => {
    const found = read(teachers, schools)
    if (!found.ok) throw new Error(JSON.stringify(found.problems))
    expect(found.input.teachers[0]).toEqual({
      id: 'anna',
      school: '01AB',
      leader: 'ja',
      buddy: 'Kees',
      subject: 'wiskunde',
      otherSubjects: [],
      requires: '2',
      qualifications: ['1', '2'],
      otherSectors: [],
      partTime: 0.8,
      tolerance: 0.2,
      radius: 25,
      periods: ['h1', 'h2'],
      year: '2026-2027',
      vetoes: [],
      buddyVetoes: [],
    })
    expect(found.input.schools[0]).toMatchObject({ sector: 'vo', expertise: { taal: 4, burgerschap: 5 } })
    expect(buildMarket(found.input, defaultRules).counts.fit).toBe(2)
  })

  it('reads the same from English columns, with commas, in another order', () => {
    const english = read(
      'school_year,radius_km,ID,School,Leader,Buddy,Subject,Part-time,tolerance,Period,Qualifications,Requires,Shoe size\n' +
        '2026-2027,25,anna,01AB,yes,Kees,wiskunde,0.8,0.2,h1|h2,1|2,2,41\n2026-2027,25.5,bas,02CD,yes,yes,wiskunde,1,0.2,h2,2,2,38\n',
      'id,sector,lat,lon,expertise,goals\n01AB,vo,52.09,5.12,taal:4|burgerschap:5,rekenen:3\n02CD,vo,52.01,5.12,rekenen:5,taal:1\n',
    )
    const dutch = read(teachers, schools)
    if (!english.ok || !dutch.ok) throw new Error(JSON.stringify([english, dutch]))
    expect(english.ignored).toEqual({ teachers: ['Shoe size'], schools: [] })
    const arcs = [english, dutch].map(({ input }) => buildMarket(input, defaultRules).graph)
    expect(arcs[0]).toEqual(arcs[1])
  })

  it('turns minutes into kilometres, and leaves out a trio that says no', () => {
    const found = read(
      teachers.replace('straal_km', 'reistijd_min').replace(';Kees;', ';nee;').replace('25,5', '26'),
      schools,
    )
    if (!found.ok) throw new Error(JSON.stringify(found.problems))
    expect(found.input.teachers.map(({ radius }) => radius)).toEqual([(25 / 60) * (45 / 1.3), (26 / 60) * (45 / 1.3)])
    expect(found.input.teachers[0]?.buddy).toBe('')
  })

  it.each<[string, string, string, object]>([
    ['a blank id', 'anna;01AB', ';01AB', { line: 2, column: 1, name: 'id', reason: 'blank' }],
    ['an id twice', 'bas;02CD', 'anna;02CD', { line: 3, column: 1, text: 'anna', reason: 'id-twice', earlier: 2 }],
    [
      'a school that is not there',
      'bas;02CD',
      'bas;03EF',
      { line: 3, column: 2, text: '03EF', reason: 'unknown-school' },
    ],
    ['a factor that is no number', '0,8', 'veel', { line: 2, column: 6, text: 'veel', reason: 'no-number' }],
    ['NaN', '0,8', 'NaN', { line: 2, column: 6, text: 'NaN', reason: 'no-number' }],
    [
      'a factor in hours',
      '0,8',
      '32',
      { line: 2, column: 6, text: '32', reason: 'out-of-range', least: 0.01, most: 1.2 },
    ],
    ['no factor', '0,8', '', { line: 2, column: 6, reason: 'blank' }],
    ['a radius below zero', ';25;', ';-25;', { line: 2, column: 8, text: '-25', reason: 'out-of-range' }],
    ['no radius', ';25;', ';;', { line: 2, column: 8, reason: 'blank' }],
    ['a year that does not follow', '2026-2027', '2026-2028', { line: 2, column: 10, reason: 'no-school-year' }],
    ['no year', '2026-2027', '', { line: 2, column: 10, reason: 'blank' }],
    ['no period', 'h1|H2', ' ', { line: 2, column: 9, reason: 'blank' }],
    ['a veto of nobody', '1|2;2;', '1|2;2;carla', { line: 2, column: 13, text: 'carla', reason: 'unknown-veto' }],
    ['a row that is cut', '27;2;2;', '27', { line: 3, reason: 'row-width' }],
    ['a quote that stays open', 'bas;', '"bas;', { line: 3, reason: 'unclosed-quote' }],
    ['a column that is not there', ';vak;', ';v;', { reason: 'missing-column', names: ['vak', 'subject'] }],
    ['a column twice', 'vereist', 'subject', { reason: 'column-twice', column: 12, earlier: 5 }],
  ])('refuses of teachers %s', (_, from, to, problem) => {
    const found = read(teachers.replace(from, to), schools)
    expect(found).toMatchObject({ ok: false, problems: [{ list: 'teachers', ...problem }] })
    expect(!found.ok && found.problems).toHaveLength(1)
  })

  it.each<[string, string, string, object]>([
    ['a level too high', 'taal:4', 'taal:6', { line: 2, column: 5, text: 'taal:6', reason: 'no-level', most: 5 }],
    ['a level that is not whole', 'taal:4', 'taal:x', { line: 2, column: 5, text: 'taal:x', reason: 'no-level' }],
    ['a goal too high', 'taal:1', 'taal:4', { line: 3, column: 6, reason: 'no-level', most: 3 }],
    ['a theme twice', 'burgerschap', 'Taal:2', { line: 2, column: 5, text: 'taal', reason: 'theme-twice' }],
    ['a place that is not on earth', '52,09', '152,09', { line: 2, column: 3, reason: 'out-of-range', text: '152.09' }],
    ['a place beyond the date line', '5,12', '181', { line: 2, column: 4, reason: 'out-of-range', text: '181' }],
    ['half a place', '52,09', '', { line: 2, column: 3, reason: 'half-a-place' }],
    ['no place', '52,09;5,12', ';', { line: 2, column: 4, reason: 'blank' }],
    ['no sector', ';VO;', ';;', { line: 2, column: 2, reason: 'blank' }],
    ['a veto of nobody', 'taal:1;', 'taal:1;x', { line: 3, column: 7, text: 'x', reason: 'unknown-veto' }],
    ['no column of sectors', 'sector', 'soort', { reason: 'missing-column', names: ['sector'] }],
    ['a column that is not there', 'doelen', 'wensen', { reason: 'missing-column', names: ['doelen', 'goals'] }],
    [
      'no places',
      'breedte;lengte',
      'b;lengte',
      { reason: 'missing-column', names: ['breedte', 'lat', 'latitude', 'rd_x'] },
    ],
  ])('refuses of schools %s', (_, from, to, problem) => {
    const found = read(teachers, schools.replace(from, to))
    expect(found).toMatchObject({ ok: false, problems: [{ list: 'schools', ...problem }] })
    expect(!found.ok && found.problems).toHaveLength(1)
  })

  it('tells everything at once, in the order of the files, and refuses what is empty', () => {
    const found = read(teachers.replace('0,8', 'x').replace('02CD', 'y'), schools.replace('taal:1', 'taal:9'))
    expect(!found.ok && found.problems.map(({ list, reason }) => `${list} ${reason}`)).toEqual([
      'teachers no-number',
      'teachers unknown-school',
      'schools no-level',
    ])
    const none = read('', schoolHeader)
    expect(!none.ok && none.problems.map(({ list, reason }) => `${list} ${reason}`).toSorted()).toEqual([
      'schools no-rows',
      'teachers empty',
    ])
  })
})

describe('the file of a market', () => {
  const found = read(teachers, schools)
  if (!found.ok) throw new Error('refused')
  const market = buildMarket(found.input, defaultRules)
  const text = [...marketPieces(market)].join('')

  it('is read by exchange solve, and gives the market back', () => {
    const file = readExchange(bytes(text), 'json')
    expect(file).toMatchObject({ ok: true, directed: true, graph: market.graph })
    expect(readMarketFile(bytes(text))).toMatchObject({ ok: true, market })
    expect(JSON.parse(text).ids).toEqual(['anna', 'bas'])
  })

  it.each<[string, string, string]>([
    ['unreadable', '"n":2', '"n":1'],
    ['not-a-market', '"market"', '"other"'],
    ['wrong-market', '"radius":25,', '"radius":"25",'],
    ['wrong-market', '"radius":25,', '"radius":-1,'],
    ['wrong-market', '"brings":50', '"brings":0.5'],
    ['wrong-market', '"system":"wgs84"', '"system":"rd"'],
    ['wrong-market', '"ids":["anna","bas"]', '"ids":["bas","anna"]'],
    ['wrong-market', '"ids"', '"names"'],
    ['arcs-do-not-follow', '[0,1,', '[0,1,1'],
    ['arcs-do-not-follow', '"radius":25,', '"radius":1,'],
    ['arcs-do-not-follow', '"arcs"', '"edges"'],
  ])('is refused as %s after a change of %s', (reason, from, to) => {
    expect(text).toContain(from)
    const changedText =
      reason === 'arcs-do-not-follow' && to === '"edges"'
        ? `{"n":2,"edges":[[0,1,1]],"market"${text.split('"market"')[1]}`
        : text.replace(from, to)
    expect(readMarketFile(bytes(changedText))).toMatchObject({ ok: false, reason })
  })

  it('knows rules from what is none', () => {
    expect(isMarketRules(defaultRules)).toBe(true)
    const { effort, ...rest } = defaultRules
    for (const wrong of [null, 1, rest, { ...defaultRules, version: '' }, { ...rest, effort: { ...effort, veto: -1 } }])
      expect(isMarketRules(wrong)).toBe(false)
    expect(isMarketRules({ ...defaultRules, near: { of: 20, none: 0 } })).toBe(false)
  })
})
