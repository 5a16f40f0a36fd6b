import { knownNorms, parseNormSet } from '@kantelpunt/school-results'
import { parse } from 'csv-parse/sync'
import readXlsxFile from 'read-excel-file/node'
import { beforeAll, expect, it } from 'vitest'
import { onBothEngines } from '../../../platform/database/testing.ts'
import { personas } from '../../../platform/identity/demo-people.ts'
import { identityDemo } from '../../../platform/identity/identity-demo.ts'
import { type House, openHouse, signInForTest, type TestBrowser } from '../../../platform/identity/testing.ts'
import { platformMigrations } from '../../../platform/migrations.ts'
import { sampleRegister } from '../../../platform/organisations/register/sample-register.ts'
import { results } from '../index.ts'
import { resultsMigrations } from '../migrations/index.ts'
import { sampleLevels } from '../published/sample-levels.ts'
import { loadUpload } from '../published/upload-job.ts'

const admin = personas.find((persona) => persona.is.en === 'Admin of the platform')
const teacher = personas[0]
if (admin === undefined || teacher === undefined) throw new Error('The demo lacks its personas.')

const now = new Date('2026-11-22T10:00:00Z')

onBothEngines('the pages of results', [...platformMigrations, ...resultsMigrations], (database) => {
  let house: House
  let operator: TestBrowser
  beforeAll(async () => {
    const clock = () => now
    await identityDemo({ db: database(), clock })
    house = openHouse({ database: database(), routes: results.routes, clock })
    operator = await signInForTest(house, admin.id)
  })

  const upload = async (name: string, content: string | Uint8Array<ArrayBuffer>, browser = operator) => {
    const form = new FormData()
    form.set('file', new File([content], name))
    const answer = await browser.upload('/admin/results', form)
    if (answer.status !== 303) return answer
    const waiting = await browser.get(answer.location ?? '')
    const job = house.works.at(-1)?.data
    if (job === undefined || !('upload' in job)) throw new Error('no job')
    await loadUpload(house.services, String(job.upload))
    return { ...(await browser.get(answer.location ?? '')), waiting: waiting.body }
  }

  it('say that there is nothing yet, and to the operator what to do', async () => {
    const visitor = house.browser({ 'accept-language': 'nl' })
    const front = await visitor.get('/results')
    expect(front.body).toContain('Er zijn nog geen resultaten')
    expect(front.body).not.toContain('/admin/results')
    expect((await operator.get('/results')).body).toContain('/admin/results')
    expect((await visitor.get('/results/rules')).body).toContain('Nog niets om te vergelijken')
    expect((await visitor.get('/results/schools/98AA00')).status).toBe(404)
    expect((await visitor.get('/results/schools/nonsense')).status).toBe(404)
  })

  it('let only the operator load', async () => {
    expect((await house.browser().get('/admin/results')).status).toBe(303)
    const somebody = await signInForTest(house, teacher.id)
    expect((await somebody.get('/admin/results')).status).toBe(403)
    expect((await upload('levels.csv', sampleLevels([]), somebody)).status).toBe(403)
  })

  it('load a file, and say so of one that is here already', async () => {
    const levels = sampleLevels([{ code: '98AA00' }, { code: '98AB00', arithmetic: 0.2 }])
    const first = await upload('levels.csv', levels)
    expect(first).toMatchObject({ waiting: expect.stringContaining('Waits for its turn') })
    expect(first.body).toContain('The file was loaded.')
    expect(first.body).toContain('reference levels: 6 rows.')
    expect(first.body).toContain('2 schools are not in the register of schools')
    expect(first.body).toContain('98AA00, 98AB00')
    const second = await upload('levels.csv', levels)
    expect(second.body).toContain('This file was here already.')
    expect((await operator.get('/admin/results')).body).toContain('of 2 schools')
  })

  it('keep a damaged file out and say where it is damaged', async () => {
    const page = await upload(
      'broken.csv',
      sampleLevels([{ code: '98AA00' }]).replace(';2024-2025\r\n', ';2024-2025;veel\r\n'),
    )
    expect(page.body).toContain('The file was not loaded')
    expect(page.body).toMatch(/Line 4: 15 cells, and there are 14 columns/)
    expect((await upload('names.csv', 'leerling;klas\nA;3\n')).body).toContain(
      'none of the columns leerling, klas is known',
    )
    expect((await upload('empty.csv', '')).body).toContain('The file is empty.')
    expect((await operator.get('/admin/results')).body).toContain('of 2 schools')
  })

  it('name every place of a damaged file, on the page and as a report', async () => {
    const lines = sampleLevels([{ code: '98AA00' }, { code: '98AC00' }]).split('\r\n')
    const damaged = [
      ...lines.slice(0, 2),
      `${lines[2]};more`,
      lines[3]?.replace(';20;', ';veel;'),
      lines[4]?.replace(';98AC;', ';<b>x;'),
      lines[1],
    ].join('\r\n')
    const page = await upload('damaged.csv', damaged)
    expect(page.body).toContain('What is wrong, in 4 places')
    expect(page.body).toContain('Line 3: 15 cells, and there are 14 columns.')
    expect(page.body).toContain('“veel” is not a number')
    expect(page.body).toContain('&lt;b&gt;x')
    expect(page.body).toContain('school 98AA00 was on line 2 already')
    const address = /\/admin\/results\/uploads\/[^"]+\/report\.csv/.exec(page.body)?.[0] ?? ''
    const report = await operator.get(address)
    expect(report.body.split('\r\n').map((line) => line.split(';').slice(0, 3).join(';'))).toEqual([
      expect.stringContaining('reason;sheet;line'),
      'row-width;;3',
      'unreadable-number;;4',
      'unreadable-school;;5',
      'school-twice;;6',
      '',
    ])
    expect((await house.browser().get(address)).status).toBe(303)
    expect((await operator.get('/admin/results/uploads/nonsense/report.csv')).status).toBe(404)
    expect((await operator.get('/admin/results')).body).toContain('of 2 schools')
  })

  it('hand a list of schools to the register, after which a school has its name', async () => {
    const list = sampleRegister([
      { code: '98AA00', name: 'De Brug', governingBody: '41001' },
      { code: '98AB00', name: 'De Molen', governingBody: '41001' },
    ])
    const page = await upload('bo-2025.csv', list)
    expect(page.body).toContain('in the register of schools now')
    const school = await house.browser({ 'accept-language': 'nl' }).get('/results/schools/98ab00')
    expect([school.status, school.location]).toEqual([301, '/results/schools/98AB00'])
  })

  it('show a school per subject, with what masks leave open, to anybody', async () => {
    const page = await house.browser({ 'accept-language': 'nl' }).get('/results/schools/98AB00')
    expect(page.status).toBe(200)
    expect(page.body).toContain('De Molen')
    expect(page.body).toContain('Streefniveau (1S/2F)')
    expect(page.body).toMatch(/20 voor rekenen/)
    const wide = await house.browser().get('/results/schools/98AB00?weighting=any&region=province&size=yes')
    expect(wide.status).toBe(200)
    expect(wide.body).toContain('fewer than ten schools')
    expect((await house.browser().get('/results?q=molen')).body).toContain('/results/schools/98AB00')
  })

  it('show how pupils of a secondary school went on, and who passed', async () => {
    const moved =
      'INSTELLINGSCODE;VESTIGINGSCODE;AANTAL_LEERLINGEN;AANTAL_AFSTROMERS;AANTAL_ZITTENBLIJVERS;AANTAL_OPSTROMERS'
    expect((await upload('moved.csv', `${moved}\r\n97ZZ;7;200;<5;30;0\r\n97ZZ;8;*;*;<5;\r\n`)).body).toContain(
      'progress, secondary: 2 rows.',
    )
    const browser = house.browser({ 'accept-language': 'nl' })
    const first = await browser.get('/results/schools/97ZZ07')
    expect(first.status).toBe(200)
    expect(first.body).toContain('Het gaat om 200 leerlingen')
    expect(first.body).toContain('Bleef zitten')
    expect(first.body).toMatch(/Aandeel">15\u00a0%.*Met toeval erbij">11 tot 21\u00a0%/)
    expect(first.body).toContain('0,5 tot 2\u00a0%')
    expect(first.body).toContain('Over examens is van deze school niets geladen.')
    const hidden = await browser.get('/results/schools/97ZZ08')
    expect(hidden.body).toContain('0 of meer leerlingen')
    expect(hidden.body).toContain('niet te zeggen')
    const columns = ['2022-2023', '2023-2024'].flatMap((year) =>
      ['EXAMENKANDIDATEN', 'GESLAAGDEN', 'SLAAGPERC'].map((word) => `${word} SCHOOLJAAR ${year} - TOTAAL`),
    )
    const passes = [
      ['INSTELLINGSCODE', 'VESTIGINGSCODE', 'ONDERWIJSTYPE VO', 'OPLEIDINGSNAAM', ...columns].join(';'),
      '97ZZ;7;HAVO;N&T;20;18;90;10;10;100',
      '97ZZ;7;HAVO;E&M;20;19;95;<5;<5;',
      '97ZZ;7;VWO;N&T;0;0;0;8;4;50',
    ].join('\r\n')
    expect((await upload('passes.csv', passes)).body).toContain('The file was loaded.')
    const second = await browser.get('/results/schools/97ZZ07')
    const rows = [...second.body.matchAll(/rowheader">(HAVO|VWO)<.*?<\/tr>/g)].map(([row]) =>
      row.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|'),
    )
    expect(rows).toEqual([
      expect.stringContaining('HAVO|2023-2024|11 tot 14|11 tot 14|'),
      expect.stringContaining('HAVO|2022-2023|40|37|92,5\u00a0%|'),
      expect.stringContaining('VWO|2023-2024|8|4|50\u00a0%|'),
    ])
  })

  it('hold the four figures of a secondary school against norms that they name, and beside the country', async () => {
    const header = 'location;school_year;track;indicator;value;pupils;norm'
    const years = ['2017-2018', '2018-2019', '2019-2020']
    const rows = (code: string, success: number | string, pace: number | string, pupils = 80) =>
      years.flatMap((year) => [
        `${code};${year};havo;bovenbouwsucces;${success};${pupils};`,
        `${code};${year};alle;onderbouwsnelheid;${pace};${pupils};94,5`,
      ])
    const file = [
      header,
      ...rows('96ZA00', 84, 96),
      ...rows('96ZB00', 79, 93, 5),
      ...rows('96ZC00', '*', '90-96'),
      ...rows('96ZD00', 88, 97),
      ...rows('96ZE00', 86, 95),
    ].join('\r\n')
    expect((await upload('vo.csv', file)).body).toContain('four indicators, secondary: 30 rows.')
    expect((await upload('vo-again.csv', file)).body).toContain('This file was here already.')
    const browser = house.browser({ 'accept-language': 'nl' })
    const first = (await browser.get('/results/schools/96ZA00')).body
    expect(first).toContain('Van elke 100 leerlingen gaan er 96 zonder vertraging door klas 1 en 2.')
    expect(first).toContain('Dat is overal op of boven de norm van de inspectie.')
    expect(first).toContain('(versie inspectorate-vo-certain-1)')
    expect(first).toContain('De norm voor deze school is 94,5\u00a0%, zoals die staat in vo.csv.')
    // Of 0–100 (masked), 79, 84, 86 and 88: the median is 84 or 86, whatever is behind the mask but between 79 and 86.
    expect(first).toMatch(/Nederland, midden<.*?84 tot 86\u00a0%/s)
    const second = (await browser.get('/results/schools/96ZB00')).body
    expect(second).toContain('maar die wordt voor sommige scholen verlaagd')
    expect(second).toContain('Onder de norm: klas 1 en 2.')
    expect(second).toContain('Dit gaat over 15 leerlingen in drie jaar.')
    const third = (await browser.get('/results/schools/96ZC00')).body
    expect(third).toContain('Niet te zeggen: afgeschermde cijfers beslissen')
    expect(third).toContain('90 tot 96\u00a0%')
    const version = {
      is: 'secondary-norms',
      id: 'fictional-norms',
      title: 'Fictional norms',
      source: 'https://example.org',
      mean: 'plain',
      leftOutYears: [],
      norms: [{ indicator: 'bovenbouwsucces', track: 'havo', value: 85, from: 2020 }],
      notJudged: [],
    }
    const wrong = { ...version, norms: [{ ...version.norms[0], track: 'mavo' }] }
    expect((await upload('norms.json', JSON.stringify(wrong))).body).toContain('norms.0.track')
    expect((await upload('norms.json', JSON.stringify(version))).body).toContain('The file was loaded.')
    const held = (await browser.get('/results/schools/96ZA00')).body
    expect(held).toContain('(versie fictional-norms)')
    expect(held).toContain('Onder de norm: klas 3 tot diploma (havo).')
    const admin = (await operator.get('/admin/results')).body
    expect(admin).toContain('fictional-norms')
    expect(admin).toContain('inspectorate-vo-certain-1')
    const damaged = await upload('vo-wrong.csv', file.replace('havo;bovenbouwsucces;84', 'mavo;bovenbouwsucces;84'))
    expect(damaged.body).toContain('“mavo” is not known here')
    expect(house.faults).toEqual([])
  })

  it('lay two rules beside each other and give the list behind it', async () => {
    const browser = house.browser()
    const own = { ...knownNorms[0], id: 'loaded-here', validFrom: '2025-09-01' }
    await upload('norms.json', JSON.stringify(own))
    const page = await browser.get('/results/rules?reading=5')
    expect(page.body).toContain('The norm for reading is 5 points higher.')
    expect(page.body).toContain('--raise reading=5')
    const list = await browser.get('/results/rules/schools.csv?reading=5')
    expect(list.body.split('\r\n')).toHaveLength(4)
    const workbook = await browser.get('/results/rules/schools.xlsx?reading=5')
    const [sheet] = await readXlsxFile(Buffer.from(await workbook.answer.arrayBuffer()))
    const cells = parse(list.body, { delimiter: ';', bom: true }).map((row: string[]) =>
      row.map((cell) => cell.replace(/^(-?\d+),(\d+)$/, '$1.$2')),
    )
    const isNumber = (cell: string) => /^-?\d+(\.\d+)?$/.test(cell)
    expect(sheet?.data.map((row) => row.map((cell) => cell ?? ''))).toEqual(
      cells.map((row) => row.map((cell) => (isNumber(cell) ? Number(cell) : cell))),
    )
    expect(cells.flat()).toContain('100.00')
    // Norms that were loaded here are no norms that the command knows by their id.
    expect(page.body).toContain('--one norms-today.json --other per-domain')
    const known = /--(?:one|other) (\S+)/g
    for (const [, name = ''] of page.body.matchAll(known)) {
      if (!name.endsWith('.json')) expect(knownNorms.map(({ id }) => id)).toContain(name)
      else expect(parseNormSet(JSON.parse((await browser.get(`/results/rules/${name}`)).body)).ok).toBe(true)
    }
    for (const odd of ['-1', '1e9', 'x', '2.3', '']) {
      expect((await browser.get(`/results/rules?reading=${odd}`)).status).toBe(200)
    }
    expect(house.faults).toEqual([])
  })
})
