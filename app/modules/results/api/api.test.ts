import { randomUUID } from 'node:crypto'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, expect, it } from 'vitest'
import { onBothEngines } from '../../../platform/database/testing.ts'
import { type House, openHouse } from '../../../platform/identity/testing.ts'
import { platformMigrations } from '../../../platform/migrations.ts'
import { sampleRegister } from '../../../platform/organisations/register/sample-register.ts'
import { results } from '../index.ts'
import { resultsMigrations } from '../migrations/index.ts'
import { makePicture } from '../picture/make-picture.ts'
import { loadPublished } from '../published/load-published.ts'
import { sampleLevels } from '../published/sample-levels.ts'
import { secondaryDemo } from '../secondary/demo.ts'

const now = new Date('2026-11-22T10:00:00Z')
const codes = Array.from({ length: 12 }, (_, at) => `98A${String.fromCharCode(65 + at)}00`)

onBothEngines('the public API', [...platformMigrations, ...resultsMigrations], (database) => {
  let house: House
  beforeAll(async () => {
    const db = database()
    const bytes = (text: string) => new TextEncoder().encode(text)
    const options = { by: null, clock: () => now, newId: randomUUID }
    const list = sampleRegister(codes.map((code) => ({ code, name: `School ${code}` })))
    await loadPublished(db, { path: 'bo-2025.csv', bytes: bytes(list) }, options)
    const levels = sampleLevels(codes.map((code, at) => ({ code, arithmetic: at / 20, pupils: 20 + at })))
    await loadPublished(db, { path: 'levels.csv', bytes: bytes(levels) }, options)
    await secondaryDemo(db, options)
    await makePicture(db, { now, newId: randomUUID })
    house = openHouse({ database: db, routes: results.routes, clock: () => now })
  })

  const ask = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
    const page = await house.browser({ accept: 'application/json', ...headers }).get(path)
    return { ...page, headers: page.answer.headers, json: page.body === '' ? undefined : JSON.parse(page.body) }
  }

  it('answers what its description promises, in every path', async () => {
    const { json: description } = await ask('/api/v1/openapi.json')
    expect(description.openapi).toBe('3.1.0')
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    ajv.addSchema(description, 'api')
    const examples: Readonly<Record<string, readonly string[]>> = {
      '/schools': ['/schools', '/schools?page=2&pageSize=5', '/schools?municipality=9999'],
      '/schools/{code}': ['/schools/98AB00', '/schools/98ab00'],
      '/secondary-schools': ['/secondary-schools', '/secondary-schools?page=2&pageSize=3'],
      '/secondary-schools/{code}': ['/secondary-schools/99OC00', '/secondary-schools/99lf00'],
      '/rules': ['/rules', '/rules?reading=7.5'],
      '/norms': ['/norms'],
    }
    expect(Object.keys(description.paths)).toEqual(Object.keys(examples))
    for (const [path, tried] of Object.entries(examples)) {
      const { $ref } = description.paths[path].get.responses['200'].content['application/json'].schema
      const validate = ajv.getSchema(`api${$ref}`)
      if (validate === undefined) throw new Error(`no schema ${$ref}`)
      for (const each of tried) {
        const answer = await ask(`/api/v1${each}`)
        expect([each, answer.status]).toEqual([each, 200])
        expect(validate(answer.json), `${each}: ${ajv.errorsText(validate.errors)}`).toBe(true)
      }
      expect(validate({ ...(await ask(`/api/v1${tried[0]}`)).json, more: 1 }) && path !== '/norms').toBe(false)
    }
  })

  it('goes through all schools page by page, each once', async () => {
    const seen: string[] = []
    let path: string | undefined = '/api/v1/schools?pageSize=5'
    while (path !== undefined) {
      const { json, headers }: Awaited<ReturnType<typeof ask>> = await ask(path)
      seen.push(...json.schools.map(({ code }: { code: string }) => code))
      path = /<https?:\/\/[^/]+([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1]
    }
    expect(seen).toEqual(codes)
  })

  it('keeps masked numbers intervals', async () => {
    const { json } = await ask('/api/v1/schools/98AB00')
    const [arithmetic] = json.domains.filter(({ domain }: { domain: string }) => domain === 'arithmetic')
    const { low, high } = arithmetic.levels[0].overYears
    expect(low).toBeLessThan(high)
    expect(json.source.files[0]).toMatchObject({ name: 'levels.csv', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  it('speaks the language that is asked, and says so', async () => {
    const dutch = await ask('/api/v1/schools/98AB00', { 'accept-language': 'nl' })
    const english = await ask('/api/v1/schools/98AB00', { 'accept-language': 'en' })
    expect([dutch.json.domains[0].label, english.json.domains[0].label]).toEqual(['lezen', 'reading'])
    expect([dutch.headers.get('content-language'), english.headers.get('content-language')]).toEqual(['nl', 'en'])
    expect(dutch.headers.get('etag')).not.toBe(english.headers.get('etag'))
  })

  it('may be read by any site, and is not sent again to who has it', async () => {
    const first = await ask('/api/v1/rules')
    expect(first.headers.get('access-control-allow-origin')).toBe('*')
    expect(first.headers.get('api-version')).toBe('1.0.0')
    const etag = first.headers.get('etag') ?? ''
    expect(await ask('/api/v1/rules', { 'if-none-match': etag })).toMatchObject({ status: 304, body: '' })
    expect((await ask('/api/v1/rules?reading=5', { 'if-none-match': etag })).status).toBe(200)
  })

  it('lets any site ask with the tag that it has', async () => {
    const browser = house.browser({ origin: 'https://elsewhere.example', 'access-control-request-method': 'GET' })
    const { answer } = await browser.preflight('/api/v1/rules')
    expect(answer.status).toBe(204)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('access-control-allow-headers')).toContain('if-none-match')
  })

  it.each([
    ['/api/v1/schools/99ZZ99', 404],
    ['/api/v1/schools/nonsense', 404],
    ['/api/v1/schools?page=0', 400],
    ['/api/v1/schools?page=x', 400],
    ['/api/v1/schools?pageSize=201', 400],
    ['/api/v1/rules?reading=abc', 400],
    ['/api/v1/rules?reading=21', 400],
    ['/api/v1/rules?reading=-1', 400],
    ['/api/v1/rules?reading=2.3', 400],
    ['/api/v1/rules?reading=0x10', 400],
    ['/api/v1/schools?province=%00', 404],
    ['/api/v1/nothing', 404],
    ['/api/v1/schools?municipality=abc', 400],
    ['/api/v1/schools?municipality=363', 400],
    ['/api/v1/schools?page=1&page=2', 400],
    ['/api/v1/rules?reading=5&reading=5', 400],
    ['/api/v1/secondary-schools/98AA00', 404],
    ['/api/v1/secondary-schools?municipality=abc', 400],
    ['/api/v1/secondary-schools?pageSize=0', 400],
    ['/api/v1/secondary-schools/99OC00?format=pdf', 400],
    ['/api/v1/secondary-schools/99OC00?format=csv&format=csv', 400],
  ])('refuses %s with a problem', async (path, status) => {
    const answer = await ask(path, { accept: '*/*' })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(answer.json).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) })
  })
})
