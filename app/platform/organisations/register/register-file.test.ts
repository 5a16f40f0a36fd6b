import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { limits, type RegisterFile, readRegisterFile } from './register-file.ts'
import { fileOf, type SampleSchool, sampleRegister } from './sample-register.ts'

const schools: readonly SampleSchool[] = [
  { code: '98AA00', name: 'Basisschool De Kleine Wereld' },
  { code: '98AA01', name: 'Skoalle De Wâldiik, ’t Hûs', denomination: 'Hindoeïstisch' },
  { code: '98AB07', name: 'Basisschool "De Brug"', place: "'S-GRAVENHAGE", municipality: ['0518', 'S GRAVENHAGE'] },
]

async function read(text: string | Uint8Array, encoding?: string): Promise<RegisterFile> {
  const reading = await readRegisterFile(fileOf(text, encoding))
  if (!reading.ok) throw new Error(JSON.stringify(reading.refusal))
  return reading.file
}

async function refusal(text: string | Uint8Array, encoding?: string) {
  const reading = await readRegisterFile(fileOf(text, encoding))
  return reading.ok ? undefined : reading.refusal
}

const names = (file: RegisterFile) => file.rows.map((row) => row.facts.name)
const wanted = schools.map((school) => school.name)

describe('reading', () => {
  test('a row becomes what is known of a school', async () => {
    const file = await read(sampleRegister([schools[2] as SampleSchool], { vintage: '2019', sector: 'vo' }))
    expect(file.rows).toEqual([
      {
        line: 2,
        code: '98AB07',
        facts: {
          name: 'Basisschool "De Brug"',
          street: 'Schoolstraat',
          houseNumber: '1-A',
          postcode: '9712 AB',
          place: "'s-Gravenhage",
          municipalityCode: '0518',
          municipality: "'s-Gravenhage",
          province: 'Groningen',
          governingBody: '41000',
          denomination: 'Openbaar',
          phone: null,
          website: 'www.school.example',
          structure: 'HAVO/VWO',
          holidayRegion: null,
        },
      },
    ])
    expect(file).toMatchObject({ sector: 'vo', refused: [], blankLines: 0 })
  })

  test('both vintages say the same of a school, but for the holiday region', async () => {
    const [old, now] = [
      await read(sampleRegister(schools, { vintage: '2019' })),
      await read(sampleRegister(schools, { vintage: '2025' })),
    ]
    expect(old.sector).toBe('po')
    expect(old.rows.map(({ facts }) => ({ ...facts, holidayRegion: 'noord' }))).toEqual(
      now.rows.map((row) => row.facts),
    )
  })

  test.each([
    ['windows-1252', 'windows-1252'],
    ['utf-8', 'utf-8'],
    ['utf16le with a mark', 'utf-16'],
  ])('%s', async (encoding, found) => {
    const text = sampleRegister(schools)
    const bytes = encoding.startsWith('utf16') ? iconv.encode(`\ufeff${text}`, 'utf16le') : iconv.encode(text, encoding)
    const file = await read(bytes)
    expect([names(file), file.encoding]).toEqual([wanted, found])
  })

  test('a mark in front, read rightly, as latin-1, inside quotes, or before windows-1252', async () => {
    const text = sampleRegister(schools)
    const utf8 = Buffer.from(text)
    const mark = Buffer.from('efbbbf', 'hex')
    expect(names(await read(Buffer.concat([mark, utf8])))).toEqual(wanted)
    expect(names(await read(`\u00ef\u00bb\u00bf${text}`))).toEqual(wanted)
    expect(names(await read(`\u00ef\u00bb\u00bf${text}`, 'windows-1252'))).toEqual(wanted)
    expect(names(await read(`"\u00ef\u00bb\u00bf""PROVINCIE"""${text.slice('PROVINCIE'.length)}`))).toEqual(wanted)
  })

  test('UTF-8 that was read as windows-1252 and saved again is put right, with and without its mark', async () => {
    const text = sampleRegister(schools)
    for (const whole of [text, `\ufeff${text}`]) {
      const twice = Buffer.from(iconv.decode(Buffer.from(whole), 'windows-1252'))
      expect(names(await read(twice))).toEqual(wanted)
    }
  })

  test('windows-1252 signs that came through as control characters are put right', async () => {
    const file = await read(sampleRegister([{ code: '98AA00', name: 'Kindcentrum \u0092t Kompas' }]))
    expect(names(file)).toEqual(['Kindcentrum ’t Kompas'])
  })

  test.each([';', ',', '\t'])('cells between %j', async (delimiter) => {
    expect(names(await read(sampleRegister(schools, { delimiter })))).toEqual(wanted)
  })

  test.each(['\n', '\r\n', '\r'])('lines ending in %j', async (newline) => {
    const file = await read(sampleRegister(schools, { newline }))
    expect([names(file), file.blankLines]).toEqual([wanted, 0])
  })

  test('underscores, small letters and empty columns at the end of the header', async () => {
    const [header = '', ...rows] = sampleRegister(schools, { vintage: '2019' }).trim().split('\n')
    const other = [`${header.replaceAll(' ', '_').toLowerCase()};;`, ...rows.map((row) => `${row};;`)].join('\n')
    expect(names(await read(other))).toEqual(wanted)
  })

  test('a quote in the middle of a cell is a quote', async () => {
    const text = sampleRegister([{ code: '98AA00', name: 'Basisschool QDe BrugQ te Dorp' }]).replaceAll('Q', '"')
    expect(names(await read(text))).toEqual(['Basisschool "De Brug" te Dorp'])
  })

  test('a location number without its BRIN or zero', async () => {
    const text = sampleRegister([{ code: '98AA07', name: 'De Brug' }])
    for (const location of ['7', '07', ' 07 ']) {
      const file = await read(text.replace('98AA;98AA07', `98AA;${location}`))
      expect(file.rows.map((row) => row.code)).toEqual(['98AA07'])
    }
  })

  test('blank lines are counted and not taken for rows; the same row twice is the same school', async () => {
    const [header, first, second] = sampleRegister(schools).split('\n')
    const file = await read([header, '', first, ';;;;', second, first].join('\n'))
    expect(file.blankLines).toBe(2)
    expect(file.rows.map((row) => [row.line, row.code])).toEqual([
      [3, '98AA00'],
      [5, '98AA01'],
      [6, '98AA00'],
    ])
  })
})

describe('refusing a file', () => {
  test('200 MB: no more than the limit is read', async () => {
    let taken = 0
    async function* endless() {
      const chunk = Buffer.alloc(1024 * 1024, 'x;')
      for (let i = 0; i < 200; i++) {
        taken += chunk.length
        yield chunk
      }
    }
    const reading = await readRegisterFile(endless())
    expect(reading).toEqual({ ok: false, refusal: { reason: 'too-large', limitBytes: limits.bytes } })
    expect(taken).toBeLessThanOrEqual(limits.bytes + 1024 * 1024)
  })

  test.each([
    ['nothing', '', { reason: 'empty-file' }],
    ['blank lines', '\n \r\n', { reason: 'empty-file' }],
    ['a header alone', sampleRegister([]), { reason: 'no-rows' }],
    ['an Excel file', 'PK\x03\x04\x14\x00\x06', { reason: 'spreadsheet-file' }],
    ['zero bytes', `${sampleRegister(schools)}98AC\x00`, { reason: 'not-text', line: 5 }],
    ['an open quote in the header', 'PROVINCIE;"BRIN NUMMER;NAAM\n', { reason: 'header-quote-not-closed' }],
    ['a column twice', `BRIN;${sampleRegister(schools)}`, { reason: 'column-twice', column: 'BRIN NUMMER' }],
  ])('%s', async (_, text, expected) => {
    expect(await refusal(text)).toEqual(expected)
  })

  test('another of DUO’s files is recognised by what is missing', async () => {
    const text =
      'PEILDATUM;BRIN_NUMMER;VESTIGINGSNUMMER;POSTCODE_VESTIGING;PLAATSNAAM\n2025-10-01;98AA;0;9712 AB;DORP\n'
    expect(await refusal(text)).toMatchObject({
      reason: 'not-a-register-file',
      missing: expect.arrayContaining(['VESTIGINGSNAAM', 'STRAATNAAM']),
      found: expect.arrayContaining(['BRIN NUMMER']),
    })
  })

  test('more rows than there are schools', async () => {
    const [header, row] = sampleRegister(schools).split('\n')
    const text = [header, ...Array.from({ length: limits.rows + 1 }, () => row)].join('\n')
    expect(await refusal(text)).toEqual({ reason: 'too-many-rows', limit: limits.rows })
  })
})

describe('refusing a row, with its line and why', () => {
  const good = sampleRegister(schools)
  const change = (from: string | RegExp, to: string) => good.replace(from, to)
  test.each([
    ['an open quote', change('Basisschool De Kleine', '"Basisschool De Kleine'), 2, { reason: 'quote-not-closed' }],
    ['a cell too few', change(';9712 AB', ''), 2, { reason: 'too-few-cells', expected: 17, found: 16 }],
    ['a cell too many', change(/Noord\n/, 'Noord;x\n'), 2, { reason: 'too-many-cells', expected: 17, found: 18 }],
    ['no name', change('Basisschool De Kleine Wereld', '  '), 2, { reason: 'missing', column: 'VESTIGINGSNAAM' }],
    [
      'a formula',
      change('Basisschool De Kleine Wereld', "=cmd|' /C calc'!A0"),
      2,
      { reason: 'formula', column: 'VESTIGINGSNAAM' },
    ],
    [
      'a formula behind a plus',
      change('www.school.example', '+1+cmd|x!A0'),
      2,
      { reason: 'formula', column: 'INTERNETADRES' },
    ],
    [
      'a control character',
      change('De Kleine Wereld', 'De\u0007Wereld'),
      2,
      { reason: 'control-character', column: 'VESTIGINGSNAAM' },
    ],
    [
      'text that turns around',
      change('De Kleine Wereld', 'De\u202eWereld'),
      2,
      { reason: 'control-character', column: 'VESTIGINGSNAAM' },
    ],
    ['a lost letter', change('Wâldiik', 'W\ufffdldiik'), 3, { reason: 'mangled-letters', column: 'VESTIGINGSNAAM' }],
    [
      'letters mixed up in one row only',
      change('De Kleine Wereld', 'Het Moza\u00c3\u00afek'),
      2,
      { reason: 'mangled-letters', column: 'VESTIGINGSNAAM' },
    ],
    [
      'a name without end',
      change('De Kleine Wereld', 'x'.repeat(201)),
      2,
      { reason: 'too-long', column: 'VESTIGINGSNAAM', limit: 200 },
    ],
    [
      'a line without end',
      change('De Kleine Wereld', 'x'.repeat(20_000)),
      2,
      { reason: 'line-too-long', limit: 10_000 },
    ],
    [
      'a BRIN that is none',
      change('98AA;98AA00', '9AAA;98AA00'),
      2,
      { reason: 'invalid-brin', column: 'BRIN NUMMER', value: '9AAA' },
    ],
    [
      'a location of another school',
      change('98AA;98AA00', '98AA;98AB00'),
      2,
      { reason: 'location-of-other-school', column: 'VESTIGINGSNUMMER', value: '98AB00' },
    ],
    [
      'a postcode that is none',
      change('9712 AB', '97123'),
      2,
      { reason: 'invalid-postcode', column: 'POSTCODE', value: '97123' },
    ],
    [
      'a holiday region that is none',
      change(/Noord\n/, 'Oost\n'),
      2,
      { reason: 'invalid-holiday-region', column: 'VAKANTIEREGIO', value: 'Oost' },
    ],
    [
      'a governing body that is no number',
      change('41000', 'Stichting'),
      2,
      { reason: 'invalid-number', column: 'BEVOEGD GEZAG NUMMER', value: 'Stichting' },
    ],
    [
      'one school said to be two',
      change('98AA;98AA01', '98AA;98AA00'),
      3,
      { reason: 'school-twice', code: '98AA00', firstLine: 2 },
    ],
  ])('%s', async (_, text, line, expected) => {
    const file = await read(text)
    expect(file.refused).toEqual([{ line, refusal: expected }])
    expect(file.rows).toHaveLength(2)
  })

  test('bytes of two encodings in one file', async () => {
    const [header = '', first = '', second = ''] = good.split('\n')
    const bytes = Buffer.concat([
      Buffer.from(`${header}\n`),
      Buffer.from(`${first.replace('Wereld', 'Zeeën')}\n`),
      iconv.encode(`${second}\n`, 'windows-1252'),
    ])
    const file = await read(bytes)
    expect(file.refused).toEqual([{ line: 2, refusal: { reason: 'mangled-letters', column: 'VESTIGINGSNAAM' } }])
    expect(names(file)).toEqual([schools[1]?.name])
  })
})

test('whatever is done to a file, every line is a row, a refusal or blank, and nothing throws', async () => {
  const lines = sampleRegister(schools).trimEnd().split('\n')
  const [header = '', ...rows] = lines
  const damage = fc.record({
    row: fc.nat(rows.length - 1),
    at: fc.nat(200),
    cut: fc.nat(5),
    put: fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('"', ';', '""', '\u00e2\u20ac', '=1+1', '\ufeff', ' ')),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { maxLength: 6 }), async (damages) => {
      const damaged = [...rows]
      for (const { row, at, cut, put } of damages) {
        const line = damaged[row] ?? ''
        damaged[row] = line.slice(0, at) + put.replace(/[\r\n\0]/g, '') + line.slice(at + cut)
      }
      const reading = await readRegisterFile(fileOf([header, ...damaged, ''].join('\n')))
      if (!reading.ok) {
        expect(reading.refusal.reason).toBe('no-rows')
        return
      }
      const { file } = reading
      expect(file.rows.length + file.refused.length + file.blankLines).toBe(damaged.length)
      const seen = [...file.rows, ...file.refused].map(({ line }) => line)
      expect(new Set(seen).size).toBe(seen.length)
    }),
    { numRuns: 300 },
  )
})
