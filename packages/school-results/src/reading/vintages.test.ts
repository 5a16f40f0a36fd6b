import { describe, expect, it } from 'vitest'
import { sampleOds, sampleRows } from '../ods/sample-ods.ts'
import { longOf, tablesOf, utf8, windows1252 } from './sample-files.ts'

// Layouts of files that were published, with made-up schools.

const years = (first: number, count: number) => Array.from({ length: count }, (_, i) => `${first + i}-${first + i + 1}`)

function examHeader(first: number, sexes: readonly string[]): readonly string[] {
  return years(first, 5).flatMap((year) =>
    sexes.flatMap((sex) =>
      ['EXAMENKANDIDATEN', 'GESLAAGDEN', 'SLAAGPERC'].map((word) => `${word} SCHOOLJAAR ${year} - ${sex}`),
    ),
  )
}

describe('exam candidates and passes', () => {
  it('of 2014–2019: 67 columns with ONBEKEND, windows-1252, percentages as ,0%', () => {
    const header = [
      ...[
        'BRIN NUMMER',
        'VESTIGINGSNUMMER',
        'INSTELLINGSNAAM VESTIGING',
        'GEMEENTENAAM',
        'ONDERWIJSTYPE VO',
        'INSPECTIECODE',
      ],
      ...['OPLEIDINGSNAAM', ...examHeader(2014, ['MAN', 'VROUW', 'ONBEKEND', 'TOTAAL'])],
    ]
    expect(header).toHaveLength(67)
    const cells = years(2014, 5).map(() => '3;2;66,7%;1;0;,0%;0;0;,0%;4;2;50,0%')
    const line = ['99ZZ', '99ZZ07', 'locatie, Zuid', 'CÔTE', 'HAVO', '50', 'HAVO - N&T', ...cells].join(';')
    const { table, numbers } = longOf(windows1252(`${header.join(';')}\n${line}\n`))
    expect(table).toMatchObject({
      kind: 'exam-passes',
      encoding: 'windows-1252',
      separator: ';',
      columns: 67,
      ignored: [],
    })
    expect(numbers).toHaveLength(60)
    expect(numbers.slice(0, 9)).toEqual([
      '2 99ZZ07 2014-2015 HAVO | 50 | HAVO - N&T | men candidates 3',
      '2 99ZZ07 2014-2015 HAVO | 50 | HAVO - N&T | men passed 2',
      '2 99ZZ07 2014-2015 HAVO | 50 | HAVO - N&T | men pass-rate 66.7',
      '2 99ZZ07 2014-2015 HAVO | 50 | HAVO - N&T | women candidates 1',
      '2 99ZZ07 2014-2015 HAVO | 50 | HAVO - N&T | women passed 0',
      // One candidate who failed is a pass rate of 0; no candidate is no pass rate.
      '2 99ZZ07 2014-2015 HAVO | 50 | HAVO - N&T | women pass-rate 0',
      '2 99ZZ07 2014-2015 HAVO | 50 | HAVO - N&T | unknown candidates 0',
      '2 99ZZ07 2014-2015 HAVO | 50 | HAVO - N&T | unknown passed 0',
      '2 99ZZ07 2014-2015 HAVO | 50 | HAVO - N&T | unknown pass-rate missing',
    ])
    expect(table.facts.find(({ name }) => name === 'municipality')?.at(0)).toBe('CÔTE')
  })

  it('of 2019–2024: 52 columns, every cell in quotes, masked counts and decimal points', () => {
    const header = [
      ...[
        'INSTELLINGSCODE',
        'VESTIGINGSCODE',
        'INSTELLINGSNAAM VESTIGING',
        'GEMEENTENAAM',
        'ONDERWIJSTYPE VO',
        'INSPECTIECODE',
      ],
      ...['OPLEIDINGSNAAM', ...examHeader(2019, ['MAN', 'VROUW', 'TOTAAL'])],
    ]
    expect(header).toHaveLength(52)
    const cells = years(2019, 5).flatMap(() => ['<5', '0', '0', '0', '0', '0', '11', '10', '90.9'])
    const quoted = (row: readonly string[]) => row.map((cell) => `"${cell}"`).join(';')
    const line = ['99ZZ', '99ZZ00', 'Het "Stedelijk"'.replaceAll('"', '""'), 'X', 'VWO', '60', 'VWO - N&T', ...cells]
    const { table, numbers } = longOf(utf8(`${quoted(header)}\n${quoted(line)}\n`))
    expect(table).toMatchObject({ kind: 'exam-passes', encoding: 'utf-8', columns: 52 })
    expect(numbers.slice(-9)).toEqual([
      '2 99ZZ00 2023-2024 VWO | 60 | VWO - N&T | men candidates 1..4',
      '2 99ZZ00 2023-2024 VWO | 60 | VWO - N&T | men passed 0',
      '2 99ZZ00 2023-2024 VWO | 60 | VWO - N&T | men pass-rate 0',
      '2 99ZZ00 2023-2024 VWO | 60 | VWO - N&T | women candidates 0',
      '2 99ZZ00 2023-2024 VWO | 60 | VWO - N&T | women passed 0',
      '2 99ZZ00 2023-2024 VWO | 60 | VWO - N&T | women pass-rate missing',
      '2 99ZZ00 2023-2024 VWO | 60 | VWO - N&T | all candidates 11',
      '2 99ZZ00 2023-2024 VWO | 60 | VWO - N&T | all passed 10',
      '2 99ZZ00 2023-2024 VWO | 60 | VWO - N&T | all pass-rate 90.9',
    ])
    expect(table.facts.find(({ name }) => name === 'name')?.at(0)).toBe('Het "Stedelijk"')
  })
})

const subjectHeader =
  'SCHOOLJAAR;BRIN NUMMER;VESTIGINGSNUMMER;INSTELLINGSNAAM VESTIGING;GEMEENTENUMMER;GEMEENTENAAM;PLAATSNAAM;PROVINCIE;ONDERWIJSTYPE VO;VAKCODE;AFKORTING VAKNAAM;VAKNAAM;SCHOOLEXAMEN BEOORDELING;TOTAAL AANTAL SCHOOLEXAMENS MET BEOORDELING;AANTAL SCHOOLEXAMENS MET BEOORDELING MEETELLEND VOOR DIPLOMA;TOTAAL AANTAL SCHOOLEXAMENS MET CIJFER;GEM. CIJFER TOTAAL AANTAL SCHOOLEXAMENS;AANTAL SCHOOLEXAMENS MET CIJFER MEETELLEND VOOR DIPLOMA;GEM. CIJFER SCHOOLEXAMENS MET CIJFER MEETELLEND VOOR DIPLOMA;TOTAAL AANTAL CENTRALE EXAMENS;GEM. CIJFER TOTAAL AANTAL CENTRALE EXAMENS;AANTAL CENTRALE EXAMENS MEETELLEND VOOR DIPLOMA;GEM. CIJFER CENTRALE EXAMENS MET CIJFER MEETELLEND VOOR DIPLOMA;GEM. CIJFER CIJFERLIJST;GEM. CIJFER REKENTOETS'

describe('marks', () => {
  it('per subject, havo and vwo: commas, and ,0 where there is no mark', () => {
    const line = '2018;99ZZ;7;X;0153;Y;Y;Z;HAVO;0161;in;informatica;;0;0;24;6,8;0;,0;0;,0;0;,0;6,8;,0'
    const { table, numbers } = longOf(windows1252(`${subjectHeader}\n${line}\n`))
    expect(table).toMatchObject({ kind: 'exam-marks-by-subject', columns: 25, ignored: [] })
    const about = '2 99ZZ07 2018-2019 HAVO | 0161 | in | informatica'
    expect(numbers).toEqual([
      `${about} | assessed school-exams 0`,
      `${about} | assessed-for-diploma school-exams 0`,
      `${about} | marked school-exams 24`,
      `${about} school-exam-mark 6.8`,
      `${about} | marked-for-diploma school-exams 0`,
      `${about} school-exam-mark-for-diploma missing`,
      `${about} | marked central-exams 0`,
      `${about} central-exam-mark missing`,
      `${about} | marked-for-diploma central-exams 0`,
      `${about} central-exam-mark-for-diploma missing`,
      `${about} final-mark 6.8`,
      `${about} arithmetic-test-mark missing`,
    ])
  })

  const profileHeader =
    'BRIN NUMMER;VESTIGINGSNUMMER;INSTELLINGSNAAM VESTIGING;GEMEENTENAAM VESTIGING;PROVINCIE VESTIGING;ONDERWIJSTYPE VO;LEERWEG VMBO;VMBO SECTOR;AFDELING;EXAMENKANDIDATEN;GESLAAGDEN;GEZAKTEN;GEMIDDELD CIJFER SCHOOLEXAMEN;GEMIDDELD CIJFER CENTRAAL EXAMEN;GEMIDDELD CIJFER CIJFERLIJST'

  it('per profile', () => {
    const { table, numbers } = longOf(
      windows1252(`${profileHeader}\n99ZZ;99ZZ00;X;Y;Z;VMBO;TL;Techniek;;7;6;<5;6,4;6,6;6,6\n`),
    )
    expect(table.kind).toBe('exam-results-by-profile')
    expect(numbers).toEqual([
      '2 99ZZ00 VMBO | TL | Techniek candidates 7',
      '2 99ZZ00 VMBO | TL | Techniek passed 6',
      '2 99ZZ00 VMBO | TL | Techniek failed 1..4',
      '2 99ZZ00 VMBO | TL | Techniek school-exam-mark 6.4',
      '2 99ZZ00 VMBO | TL | Techniek central-exam-mark 6.6',
      '2 99ZZ00 VMBO | TL | Techniek final-mark 6.6',
    ])
  })
})

describe('primary schools', () => {
  const school =
    'BRIN_NUMMER;VESTIGINGSNUMMER;INSTELLINGSNAAM_VESTIGING;POSTCODE_VESTIGING;PLAATSNAAM;GEMEENTENUMMER;GEMEENTENAAM;PROVINCIE;SOORT_PO;DENOMINATIE_VESTIGING;BEVOEGD_GEZAG_NUMMER'
  const about = '99ZZ;00;"BS ""De Parel""";1234AB;X; 183;Y;Z;Bo;Openbaar;12345'

  it('reference levels of one year, with a byte order mark and INSTELLINGSCODE', () => {
    const header = `\ufeffPEILDATUM;${school.replace('BRIN_NUMMER', 'INSTELLINGSCODE').replace('VESTIGINGSNUMMER', 'VESTIGINGSCODE')};REKENEN_LAGER1F;REKENEN_1F;REKENEN_1S;REKENEN_2F;LV_LAGER1F;LV_1F;LV_2F;TV_LAGER1F;TV_1F;TV_2F`
    const { table, numbers } = longOf(utf8(`${header}\r\n20221001;${about};<5;13;7;0;0;8;13;0;12;9\r\n`))
    expect(table).toMatchObject({ kind: 'reference-levels', maskFloor: 1, ignored: [] })
    expect(numbers.slice(0, 5)).toEqual([
      '2 99ZZ00 2022-2023 arithmetic below-1F pupils 1..4',
      '2 99ZZ00 2022-2023 arithmetic 1F pupils 13',
      '2 99ZZ00 2022-2023 arithmetic 1S pupils 7',
      '2 99ZZ00 2022-2023 arithmetic 2F pupils 0',
      '2 99ZZ00 2022-2023 reading below-1F pupils 0',
    ])
    expect(table.facts.find(({ name }) => name === 'municipality-code')?.at(0)).toBe('183')
  })

  it('a mark that was read as latin-1, within quotes', () => {
    const header = `"Ã¯Â»Â¿""PEILDATUM""";INSTELLINGSCODE;VESTIGINGSCODE;SOORT_PO;LEEFTIJD_JONGER;LEEFTIJD_4;LEEFTIJD_OUDER`
    const { table, numbers } = longOf(utf8(`${header.replace('Ã¯Â»Â¿', 'ï»¿')}\n20241001;99ZZ;1;Bo;0;<5;12\n`))
    expect(table.kind).toBe('enrolment-primary')
    expect(numbers).toEqual([
      '2 99ZZ01 2024-2025 age-below-4 pupils 0',
      '2 99ZZ01 2024-2025 age-4 pupils 1..4',
      '2 99ZZ01 2024-2025 age-above-24 pupils 12',
    ])
  })

  it('final test scores of 2014, 2018 and 2024, with the tests of their time', () => {
    const old = longOf(
      windows1252(
        `DATUM;${school};Leerjaar_8;ONTHEFFING_REDEN_ND;CET_AANTAL;cet_gem;DREMPEL_AANTAL;drempel_gem\n20150701;${about};11;0;11;535,789473684211;0; \n`,
      ),
    )
    expect(old.table.kind).toBe('final-test-scores')
    expect(old.numbers).toEqual([
      '2 99ZZ00 year-8 pupils 11',
      '2 99ZZ00 exempted pupils 0',
      '2 99ZZ00 cet pupils 11',
      '2 99ZZ00 cet mean-score 535.789473684211',
      '2 99ZZ00 drempel pupils 0',
      '2 99ZZ00 drempel mean-score missing',
    ])
    const now = longOf(
      utf8(
        `PEILDATUM_LEERLINGEN;PRIKDATUM;${school};ONTHEFFING_REDEN_ND;DOE_AANTAL;DOE_GEM;LIB_AANTAL;LIB_GEM\n20241001;20250904;${about};<5;0;;<5;\n`,
      ),
    )
    expect(now.table.kind).toBe('final-test-scores')
    expect(now.numbers).toContain('2 99ZZ00 2024-2025 lib pupils 1..4')
    expect(now.numbers).toContain('2 99ZZ00 2024-2025 lib mean-score missing')
  })

  it('advice and distance', () => {
    const advice = longOf(
      utf8(
        `PEILDATUM_LEERLINGEN;${school};VSO;PRO;VMBO_B;VMBO_B_K;VMBO_GT_HAVO;HAVO;HAVO_VWO;VWO;ADVIES_NIET_MOGELIJK\n20191001;${about};0;0;2;0;4;4;<5;8;0\n`,
      ),
    )
    expect(advice.table).toMatchObject({ kind: 'school-advice', ignored: [] })
    expect(advice.numbers).toContain('2 99ZZ00 2019-2020 vmbo-gt-havo advised 4')
    const distance = longOf(utf8(`PEILDATUM;${school};AFSTAND;LEERLINGEN\n20191001;${about};9562,58992805755;139\n`))
    expect(distance.table.kind).toBe('distance-to-school')
    expect(distance.numbers[0]).toBe('2 99ZZ00 2019-2020 mean-distance 9562.58992805755')
  })
})

describe('secondary schools', () => {
  it('early leavers: lower case, underscores', () => {
    const { table, numbers } = longOf(
      utf8(
        'SAMENWERKINGSVERBAND_NUMMER;brin_nummer;vestigings_nummer;aantal_leerlingen;vsv_totaal;vsv_vmbo;vsv_mbo;vsv_overig\nVO0001;99ZZ;07;1714;6;3;0;3\n',
      ),
    )
    expect(table).toMatchObject({ kind: 'early-leavers', columns: 8 })
    expect(numbers).toEqual([
      '2 99ZZ07 pupils 1714',
      '2 99ZZ07 all early-leavers 6',
      '2 99ZZ07 vmbo early-leavers 3',
      '2 99ZZ07 mbo early-leavers 0',
      '2 99ZZ07 overig early-leavers 3',
    ])
  })

  it.each(['AANTAL VSV ERS', "AANTAL VSV'ERS"])('early leavers of a whole school, with thousands: %s', (name) => {
    const { table, numbers } = longOf(
      windows1252(
        `JAAR;BRIN NUMMER;INSTELLINGSNAAM;ONDERWIJSSTRUCTUUR EN LEERJAAR;PROFIEL;AANTAL DEELNEMERS;${name};${name} MET VMBO DIPLOMA;${name} ZONDER DIPLOMA\n2012;99ZZ;X;Vmbo 3-4;NVT;1.234;12 ;5;7\n`,
      ),
    )
    expect(table).toMatchObject({ kind: 'early-leavers', ignored: [] })
    expect(numbers).toEqual([
      '2 99ZZ00 2012 | Vmbo 3-4 | NVT pupils 1234',
      '2 99ZZ00 2012 | Vmbo 3-4 | NVT | all early-leavers 12',
      '2 99ZZ00 2012 | Vmbo 3-4 | NVT | with-diploma vmbo early-leavers 5',
      '2 99ZZ00 2012 | Vmbo 3-4 | NVT | without-diploma early-leavers 7',
    ])
  })

  it('progress, then and now', () => {
    const then = longOf(
      windows1252(
        'BRINNUMMER;VESTIGINGSNUMMER;VESTIGINGSNAAM;AANTAL_LEERLINGEN;AANTAL_ZITTENBLIJVERS;AANTAL_OPSTROMERS\n99ZZ;0;X;971;79;112\n',
      ),
    )
    expect(then.table.kind).toBe('progress-secondary')
    const now = longOf(
      utf8(
        'INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;PLAATSNAAM;AANTAL_LEERLINGEN;AANTAL_AFSTROMERS;AANTAL_ZITTENBLIJVERS;AANTAL_OPSTROMERS;EXTRA_INFORMATIE\n99ZZ;0;X;Y;64;0;8;<5;\n',
      ),
    )
    expect(now.numbers).toEqual([
      '2 99ZZ00 pupils 64',
      '2 99ZZ00 moved-down pupils 0',
      '2 99ZZ00 repeating pupils 8',
      '2 99ZZ00 moved-up pupils 1..4',
    ])
  })

  it('enrolment by type and year', () => {
    const { table, numbers } = longOf(
      windows1252(
        'BRIN NUMMER;VESTIGINGSNUMMER;INSTELLINGSNAAM VESTIGING;PLAATSNAAM VESTIGING;PROVINCIE VESTIGING;ONDERWIJSTYPE VO EN LEER- OF VERBLIJFSJAAR;VMBO SECTOR;AFDELING;ELEMENTCODE;OPLEIDINGSNAAM;LEER- OF VERBLIJFSJAAR 1 - MAN;LEER- OF VERBLIJFSJAAR 1 - VROUW\n99ZZ;00;X;Y;Z;Brugjaar 1-2;N.v.t.;N.v.t.;0024;Ljvb;89;105\n',
      ),
    )
    expect(table.kind).toBe('enrolment-secondary')
    expect(numbers[1]).toBe('2 99ZZ00 Brugjaar 1-2 | N.v.t. | N.v.t. | 0024 | Ljvb | year-1 women pupils 105')
  })

  it('locations, with the code of a location that has the school in it', () => {
    const header =
      'PROVINCIE;BEVOEGD GEZAG NUMMER;BRIN NUMMER;VESTIGINGSNUMMER;VESTIGINGSNAAM;STRAATNAAM;HUISNUMMER-TOEVOEGING;POSTCODE;PLAATSNAAM;GEMEENTENUMMER;GEMEENTENAAM;DENOMINATIE;ONDERWIJSSTRUCTUUR;RMC-REGIO CODE'
    const [table] = tablesOf(
      windows1252(`${header}\nDrenthe;1;99ZZ;99ZZ03;Prinsés;Weg;1;1234 AB;X;0114;X;Openbaar;HAVO/VWO;08\n`),
    )
    expect(table).toMatchObject({
      kind: 'school-locations',
      schools: [{ brin: '99ZZ', location: '03' }],
      ignored: ['RMC-REGIO CODE'],
    })
    expect(table?.facts.find(({ name }) => name === 'name')?.at(0)).toBe('Prinsés')
  })
})

describe('the Inspectorate', () => {
  const results = [
    'ovt',
    'Gemiddelde %1F 2021',
    'Gemiddelde %1S/2F 2021',
    'Aantal leerlingen 2021',
    'Gemiddeld %1F 2122',
    'Gemiddeld %1S/2F 2122',
    'Aantal leerlingen 2122',
    'Schoolweging',
    'Uitkomst indicator 1F',
  ]

  it('results in a sheet below a title, of other years', () => {
    const bytes = sampleOds({
      Toelichting: sampleRows([['Toelichting'], ['Schoolweging']]),
      Data: sampleRows([
        ['Leerresultaten'],
        [],
        results,
        ['99ZZ|C1', '94,44', '*', '18', '90', '50', '10', '31.47', 'Boven de signaleringswaarde'],
      ]),
    })
    const { table, numbers } = longOf(bytes)
    expect(table).toMatchObject({ kind: 'inspectorate-results', sheet: 'Data', rowCount: 1 })
    expect(numbers).toEqual([
      '4 99ZZC1 2020-2021 1F share-reached 94.44',
      '4 99ZZC1 2020-2021 1S/2F share-reached 0..100',
      '4 99ZZC1 2020-2021 pupils 18',
      '4 99ZZC1 2021-2022 1F share-reached 90',
      '4 99ZZC1 2021-2022 1S/2F share-reached 50',
      '4 99ZZC1 2021-2022 pupils 10',
      '4 99ZZC1 weighting 31.47',
    ])
  })

  it('weightings: every sheet of years, and the one of three', () => {
    const bytes = sampleOds({
      Driejaarsgemiddelde: sampleRows([
        ['OVT', 'Naam', 'BGNR', 'schoolweging 2022-2023, 2023-2024, 2024-2025'],
        ['99ZZ|C1', 'X', '1', '31,5'],
      ]),
      '2024-2025': sampleRows([
        ['OVT', 'Naam', 'BGNR', 'schoolweging', 'aantal_leerlingen', 'spreiding'],
        ['99ZZ|C1', 'X', '1', '33.08', '98', '7.87'],
      ]),
    })
    expect(tablesOf(bytes).map(({ kind, sheet, periodOf }) => [kind, sheet, periodOf(0)])).toEqual([
      ['school-weighting', 'Driejaarsgemiddelde', undefined],
      ['school-weighting', '2024-2025', '2024-2025'],
    ])
  })
})
