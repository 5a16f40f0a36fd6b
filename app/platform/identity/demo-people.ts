import { createHash } from 'node:crypto'
import type { HolidayRegion, OrganisationKind } from '../organisations/organisations.ts'
import { firstNames, lastNames } from './demo-names.ts'
import type { Role } from './roles.ts'

/** The same name gives the same id, on every machine (RFC 9562 version 8: the bits are ours). */
export function demoId(name: string): string {
  const hex = createHash('sha256').update(`kantelpunt demo ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export interface DemoOrganisation {
  readonly id: string
  readonly kind: OrganisationKind
  readonly slug: string
  readonly name: string
  readonly parent: string | null
  /** BRIN + vestiging; no real school begins with 99. */
  readonly schoolCode: string | null
  readonly place: string
  readonly region: HolidayRegion
}

export interface DemoTeam {
  readonly id: string
  readonly organisation: string
  readonly slug: string
  readonly name: string
}

export interface DemoPerson {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly organisation: string
  readonly role: Role
  readonly teams: readonly string[]
}

/** Somebody whom a visitor of the demo can be with one press. */
export interface Persona {
  readonly id: string
  readonly name: string
  readonly is: { readonly nl: string; readonly en: string }
}

const place = 'Aldermeer'
const region = 'noord'

function organisation(
  slug: string,
  kind: OrganisationKind,
  name: string,
  parent: string | null = null,
  schoolCode: string | null = null,
): DemoOrganisation {
  return { id: demoId(slug), kind, slug, name, parent, schoolCode, place, region }
}

export const demoPlatform = organisation('kantelpunt', 'platform', 'Kantelpunt')
export const hetStroomdal = organisation('het-stroomdal', 'board', 'Stichting Het Stroomdal')
export const deWaterlelie = organisation('de-waterlelie', 'school', 'De Waterlelie', hetStroomdal.id, '99WL00')
export const deKlimboom = organisation('de-klimboom', 'school', 'De Klimboom', hetStroomdal.id, '99KB00')
export const hetZandpad = organisation('het-zandpad', 'school', 'Het Zandpad', hetStroomdal.id, '99ZP00')
const deOverhaal = organisation('de-overhaal', 'board', 'Stichting De Overhaal')
export const overhaalCollege = organisation('overhaal-college', 'school', 'Overhaal College', deOverhaal.id, '99OC00')
/** A company and an institution that show teachers how they improve. */
export const zuivelhuis = organisation('zuivelhuis-aldermeer', 'partner', 'Zuivelhuis Aldermeer')
export const meerzorg = organisation('meerzorg', 'partner', 'Ziekenhuis Meerzorg')

/** Governing bodies before their schools. */
export const demoOrganisations = [
  demoPlatform,
  hetStroomdal,
  deWaterlelie,
  deKlimboom,
  hetZandpad,
  deOverhaal,
  overhaalCollege,
  zuivelhuis,
  meerzorg,
] as const

const schools = [deWaterlelie, deKlimboom, hetZandpad, overhaalCollege]
const teamNames = ['Onderbouw', 'Middenbouw', 'Bovenbouw']

export const demoTeams: readonly DemoTeam[] = schools.flatMap(({ id, slug }) =>
  teamNames.map((name) => ({
    id: demoId(`${slug} ${name}`),
    organisation: id,
    slug: name.toLowerCase(),
    name,
  })),
)

/** The team of a school by name, such as `demoTeam(deWaterlelie, 'Bovenbouw')`. */
export function demoTeam(school: DemoOrganisation, name: string): DemoTeam {
  const found = demoTeams.find((team) => team.organisation === school.id && team.name === name)
  if (found === undefined) throw new Error(`The demo has no team ${name} at ${school.name}.`)
  return found
}

function person(name: string, at: DemoOrganisation, role: Role, teams: readonly string[] = []): DemoPerson {
  const address = name.toLowerCase().normalize('NFD').replace(/ı/g, 'i').replace(/\p{M}/gu, '').replaceAll(' ', '.')
  return {
    id: demoId(`person ${name}`),
    name,
    email: `${address}@${at.slug}.example`,
    organisation: at.id,
    role,
    teams,
  }
}

const admin = person('Noud Terpstra', demoPlatform, 'admin')
const boardMember = person('Carla van Wijngaarden', hetStroomdal, 'board')
const boardAdmin = person('Henk Jorritsma', hetStroomdal, 'admin')
const leader = person('Samira Mansouri', deWaterlelie, 'leader')
const coach = person('Wouter Hoekstra', deWaterlelie, 'coach')
const otherLeader = person('Ton Scholten', deKlimboom, 'leader')
const secondaryLeader = person('Rosa Bloemendaal', overhaalCollege, 'leader')
const partnerLeader = person('Gerda Plantinga', zuivelhuis, 'leader')
const lowerTeacher = person('Amina Boukhari', deWaterlelie, 'teacher', [demoTeam(deWaterlelie, 'Onderbouw').id])
const upperTeacher = person('Lars Nijland', deWaterlelie, 'teacher', [demoTeam(deWaterlelie, 'Bovenbouw').id])

const named: readonly DemoPerson[] = [
  admin,
  boardMember,
  boardAdmin,
  leader,
  coach,
  otherLeader,
  secondaryLeader,
  lowerTeacher,
  upperTeacher,
  person('Greetje Lanting', hetZandpad, 'leader'),
  person('Ines Duarte', deKlimboom, 'coach'),
  person('Machteld Vroom', deOverhaal, 'admin'),
  partnerLeader,
]

/** Everybody of the demo: 7 to 9 teachers a team, the same on every machine. */
export const demoPeople: readonly DemoPerson[] = [...named, ...teachers()]

function teachers(): readonly DemoPerson[] {
  const taken = new Set(named.map(({ name }) => name))
  let step = 0
  const nextName = (): string => {
    for (;;) {
      // 60 first and 60 last names, walked with steps that share no divisor with 60: pairs come back after 3,600.
      const name = `${firstNames[(step * 7) % firstNames.length]} ${lastNames[(step * 23 + Math.floor(step / 60)) % lastNames.length]}`
      step++
      if (taken.has(name)) continue
      taken.add(name)
      return name
    }
  }
  return demoTeams.flatMap((team, index) => {
    const school = schools.find(({ id }) => id === team.organisation)
    if (school === undefined) return []
    const there = named.filter(({ teams }) => teams.includes(team.id)).length
    return Array.from({ length: 7 + ((index * 2) % 3) - there }, () => person(nextName(), school, 'teacher', [team.id]))
  })
}

/** The members of a team, in the order in which they are made. */
export function demoMembers(team: DemoTeam): readonly DemoPerson[] {
  return demoPeople.filter(({ teams }) => teams.includes(team.id))
}

function persona({ id, name }: DemoPerson, nl: string, en: string): Persona {
  return { id, name, is: { nl, en } }
}

export const personas: readonly Persona[] = [
  persona(leader, 'Schoolleider van De Waterlelie', 'School leader of De Waterlelie'),
  persona(lowerTeacher, 'Leraar in de onderbouw', 'Teacher of the youngest groups'),
  persona(upperTeacher, 'Leraar in de bovenbouw', 'Teacher of the oldest groups'),
  persona(coach, 'Schoolcoach van De Waterlelie', 'School coach of De Waterlelie'),
  persona(boardMember, 'Bestuurder van Stichting Het Stroomdal', 'Board member of Stichting Het Stroomdal'),
  persona(otherLeader, 'Schoolleider van De Klimboom', 'School leader of De Klimboom'),
  persona(secondaryLeader, 'Schoolleider van het Overhaal College', 'School leader of the Overhaal College'),
  persona(admin, 'Beheerder van het platform', 'Admin of the platform'),
  persona(partnerLeader, 'Teamleider bij Zuivelhuis Aldermeer', 'Team manager at Zuivelhuis Aldermeer'),
]
