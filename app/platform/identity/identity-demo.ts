import { system } from '../database/scope.ts'
import type { Services } from '../web/services.ts'
import { markDemo } from './demo-mark.ts'
import { demoOrganisations, demoPeople, demoTeams } from './demo-people.ts'
import './people.ts'

/** Fills an empty database with the fictional organisations and people of the demo, and marks it as such. Does nothing where anybody is. */
export async function identityDemo({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<void> {
  const now = clock()
  await db.run(system, async (trx) => {
    const somebody = await trx.selectFrom('organisations').select('id').limit(1).executeTakeFirst()
    if (somebody !== undefined) return
    await markDemo(trx, now)
    for (const { id, kind, slug, name, parent, schoolCode, place, region } of demoOrganisations) {
      await trx
        .insertInto('organisations')
        .values({
          id,
          kind,
          slug,
          name,
          parent_id: parent,
          school_code: schoolCode,
          place,
          holiday_region: region,
          created_at: now,
        })
        .execute()
    }
    await trx
      .insertInto('teams')
      .values(
        demoTeams.map(({ id, organisation, slug, name }, index) => ({
          organisation_id: organisation,
          id,
          slug,
          name,
          // The order in which they were made is the order in which they are shown.
          created_at: new Date(now.getTime() + index),
        })),
      )
      .execute()
    await trx
      .insertInto('users')
      .values(
        demoPeople.map(({ id, name, email }) => ({
          id,
          name,
          email,
          email_verified: true,
          image: null,
          locale: null,
          created_at: now,
          updated_at: now,
        })),
      )
      .execute()
    await trx
      .insertInto('memberships')
      .values(
        demoPeople.map(({ id, organisation, role }) => ({
          organisation_id: organisation,
          user_id: id,
          role,
          created_at: now,
        })),
      )
      .execute()
    const places = demoPeople.flatMap(({ id, organisation, teams }) =>
      teams.map((team) => ({ organisation_id: organisation, team_id: team, user_id: id })),
    )
    await trx.insertInto('team_members').values(places).execute()
  })
}
