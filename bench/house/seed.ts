import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { benchSecret } from './server.ts'

export interface SeededBoard {
  readonly slug: string
  readonly organisationId: string
  readonly boardId: string
  /** Cookie headers of the team's members, who all may write. */
  readonly cookies: readonly string[]
}

export interface SeedWanted {
  readonly boards: number
  readonly membersPerTeam: number
  /** Cards in each of the four zones that hold cards. */
  readonly cardsPerZone: number
}

const texts = [
  'Elke les één denkpauze van een minuut na een moeilijke vraag',
  'Stappenkaart ophangen in groep 3 en 4, op ooghoogte van de kinderen',
  'Samen een les ontwerpen over verhaalsommen met een plaatje erbij',
  'Leerlingen leggen hun rekenstap uit aan een ander, zonder hulp',
]

/** Fills a migrated PostgreSQL with schools of ten teams, members with a session, and boards with cards. */
export async function seedBoards(databaseUrl: string, wanted: SeedWanted): Promise<readonly SeededBoard[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('set role kantelpunt_system')
  const seeded: SeededBoard[] = []
  let organisationId = ''
  let slug = ''
  for (let index = 0; index < wanted.boards; index++) {
    await client.query('begin')
    if (index % 10 === 0) {
      organisationId = randomUUID()
      slug = `school-${index / 10}-${randomBytes(3).toString('hex')}`
      await client.query(
        `insert into organisations (id, kind, slug, name, holiday_region, created_at) values ($1, 'school', $2, $3, 'noord', now())`,
        [organisationId, slug, `Basisschool ${index / 10}`],
      )
    }
    const teamId = randomUUID()
    const boardId = randomUUID()
    await client.query(
      'insert into teams (organisation_id, id, slug, name, created_at) values ($1, $2, $3, $4, now())',
      [organisationId, teamId, `team-${index}`, `Team ${index}`],
    )
    await client.query(
      `insert into boards (organisation_id, id, kind, team_id, name, created_at) values ($1, $2, 'improvement', $3, $4, now())`,
      [organisationId, boardId, teamId, `Team ${index}`],
    )
    const cookies: string[] = []
    for (let member = 0; member < wanted.membersPerTeam; member++) {
      cookies.push(await seedMember(client, organisationId, teamId, `Lid ${member} van ${index}`))
    }
    await seedCards(client, organisationId, boardId, wanted.cardsPerZone)
    await client.query('commit')
    seeded.push({ slug, organisationId, boardId, cookies })
  }
  await client.query('reset role')
  await client.query('analyze')
  await client.end()
  return seeded
}

async function seedMember(client: pg.Client, organisationId: string, teamId: string, name: string): Promise<string> {
  const userId = randomUUID()
  const token = randomBytes(24).toString('hex')
  await client.query(
    'insert into users (id, name, email, email_verified, created_at, updated_at) values ($1, $2, $3, true, now(), now())',
    [userId, name, `${userId}@example.org`],
  )
  await client.query(
    `insert into memberships (organisation_id, user_id, role, created_at) values ($1, $2, 'teacher', now())`,
    [organisationId, userId],
  )
  await client.query('insert into team_members (organisation_id, team_id, user_id) values ($1, $2, $3)', [
    organisationId,
    teamId,
    userId,
  ])
  await client.query(
    `insert into sessions (id, token, user_id, expires_at, created_at, updated_at)
     values ($1, $2, $3, now() + interval '7 days', now(), now())`,
    [randomUUID(), token, userId],
  )
  const signature = createHmac('sha256', benchSecret).update(token).digest('base64')
  return `kantelpunt.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}

async function seedCards(client: pg.Client, organisationId: string, boardId: string, count: number): Promise<void> {
  const card = [organisationId, boardId] as const
  const goals: string[] = []
  for (let index = 0; index < count; index++) {
    const text = `${texts[index % texts.length]} (${index + 1})`
    const goalId = randomUUID()
    goals.push(goalId)
    await client.query(
      `insert into goals (organisation_id, board_id, id, effect, measure, out_of, baseline, target, created_by, created_at)
       values ($1, $2, $3, $4, 'We tellen in tien minuten', 12, 3, 9, 'system', now())`,
      [...card, goalId, text],
    )
    for (let week = 0; week < 4; week++) {
      await client.query(
        `insert into readings (organisation_id, board_id, id, goal_id, on_date, value, created_by, created_at)
         values ($1, $2, $3, $4, current_date - $5::int, $6, 'system', now())`,
        [...card, randomUUID(), goalId, 7 * (4 - week), 3 + week],
      )
    }
    await client.query(
      `insert into actions (organisation_id, board_id, id, goal_id, description, due_on, everyone, created_by, created_at)
       values ($1, $2, $3, $4, $5, current_date + $6::int, true, 'system', now())`,
      [...card, randomUUID(), goals[index % goals.length], text, index - 3],
    )
    await client.query(
      `insert into successes (organisation_id, board_id, id, description, by_name, on_date, created_by, created_at)
       values ($1, $2, $3, $4, 'Farida', current_date, 'system', now())`,
      [...card, randomUUID(), text],
    )
    await client.query(
      `insert into plans (organisation_id, board_id, id, description, week, created_by, created_at)
       values ($1, $2, $3, $4, date_trunc('week', now())::date, 'system', now())`,
      [...card, randomUUID(), text],
    )
  }
}
