import type { Html } from '#html'
import { amsterdamDay, formatDay } from '../../text/days.ts'
import { Alert, Button, ButtonLink, Card, Chip, Fold, Menu, PageHead, Table, Tabs } from '../../ui/index.ts'
import { organisationOf, type WebContext, withinScope } from '../../web/context.ts'
import { page } from '../../web/page.tsx'
import { emptyForm, type FilledForm } from '../../web/refuse-form.ts'
import type { Route } from '../../web/route.ts'
import { mayGrant, peoplePath, readsPeople, teamsPath } from './access.ts'
import { type Invitation, listInvitations } from './invitations-store.ts'
import { InviteForm } from './invite-form.tsx'
import { type FormerMember, listFormerMembers, listMembers, type Member } from './people-store.ts'
import { listTeams, type Team } from './teams-store.ts'
import { text } from './text.ts'

export const peopleRoute: Route = {
  method: 'GET',
  path: '/s/:organisation/people',
  access: readsPeople,
  handle: (c) => peoplePage(c, emptyForm),
}

export async function peoplePage(c: WebContext, filled: FilledForm): Promise<Response> {
  const organisation = organisationOf(c)
  const { members, teams, invitations, former } = await withinScope(c, async (trx) => ({
    members: await listMembers(trx, organisation.id),
    teams: (await listTeams(trx, organisation.id)).filter((team) => !team.archived),
    invitations: await listInvitations(trx, organisation.id),
    former: await listFormerMembers(trx, organisation.id),
  }))
  const words = text(c.var.locale)
  const may = mayGrant(c)
  return page(c, {
    title: words.people,
    body: (
      <div class="stack loose">
        <PageHead title={words.people} over={organisation.name}>
          {may.length > 0 && (
            <ButtonLink kind="quiet" icon="mail" href="#invite">
              {words.invite.title}
            </ButtonLink>
          )}
        </PageHead>
        <Done c={c} />
        <PeopleTabs c={c} here={peoplePath(c)} />
        <MemberTable c={c} members={members} teams={teams} />
        {may.length > 0 && (
          <>
            <Fold
              summary={words.invite.title}
              id="invite"
              open={Object.keys(filled.errors).length > 0 || members.length < 2}
            >
              <InviteForm
                locale={c.var.locale}
                action={peoplePath(c, '/invitations')}
                may={may}
                teams={teams}
                filled={filled}
              />
            </Fold>
            <Invitations c={c} invitations={invitations} />
            <Former c={c} former={former} />
          </>
        )}
      </div>
    ),
  })
}

/** What the form before this page did. */
function Done({ c }: { readonly c: WebContext }): Html | null {
  const words: Partial<Record<string, string>> = text(c.var.locale).done
  const sentence = words[c.req.query('done') ?? '']
  if (sentence === undefined) return null
  return (
    <Alert kind="ok" live>
      {sentence}
    </Alert>
  )
}

export function PeopleTabs({ c, here }: { readonly c: WebContext; readonly here: string }): Html {
  const words = text(c.var.locale)
  const tabs = [
    { label: words.people, href: peoplePath(c) },
    { label: words.teams, href: teamsPath(c) },
  ]
  return <Tabs label={words.people} tabs={tabs} here={here} />
}

interface MemberTableProps {
  readonly c: WebContext
  readonly members: readonly Member[]
  readonly teams: readonly Team[]
}

function MemberTable({ c, members, teams }: MemberTableProps): Html {
  const words = text(c.var.locale)
  const teamNames = (member: Member) =>
    teams.filter((team) => member.teamIds.includes(team.id)).map((team) => team.name)
  return (
    <Table
      caption={words.count(members.length)}
      columns={[
        { head: words.name, cell: ({ id, name }) => <a href={peoplePath(c, `/${id}`)}>{name}</a> },
        { head: words.rolesTitle, cell: ({ roles }) => roles.map((role) => words.roles[role]).join(', ') },
        {
          head: words.teamsTitle,
          cell: (member) => teamNames(member).join(', ') || <span class="soft">{words.noTeam}</span>,
        },
      ]}
      rows={members}
    />
  )
}

function Invitations({
  c,
  invitations,
}: {
  readonly c: WebContext
  readonly invitations: readonly Invitation[]
}): Html {
  const { locale, now } = c.var
  const words = text(locale)
  return (
    <section class="stack" aria-labelledby="invited">
      <h2 id="invited">{words.invited.title}</h2>
      {invitations.length === 0 && <p class="soft">{words.invited.none}</p>}
      <ul class="cards">
        {invitations.map(({ id, email, role, sentAt, expiresAt }) => (
          <Card as="li" shape="flat">
            <div class="spread">
              <div>
                <p class="strong">{email}</p>
                <p class="soft">
                  {words.roles[role]} · {words.invited.sent(formatDay(locale, amsterdamDay(sentAt)))}{' '}
                  {expiresAt <= now && (
                    <Chip tone="late" icon="clock">
                      {words.invited.expired}
                    </Chip>
                  )}
                </p>
              </div>
              <Menu label={words.invited.more(email)}>
                <form method="post" action={peoplePath(c, `/invitations/${id}/renew`)}>
                  <button type="submit">{words.invited.again}</button>
                </form>
                <form method="post" action={peoplePath(c, `/invitations/${id}/withdraw`)}>
                  <button type="submit">{words.invited.withdraw}</button>
                </form>
              </Menu>
            </div>
          </Card>
        ))}
      </ul>
    </section>
  )
}

function Former({ c, former }: { readonly c: WebContext; readonly former: readonly FormerMember[] }): Html | null {
  const { locale } = c.var
  const words = text(locale).former
  if (former.length === 0) return null
  return (
    <Fold summary={words.title}>
      <ul class="cards">
        {former.map(({ id, name, leftAt }) => (
          <Card as="li" shape="flat">
            <form class="spread" method="post" action={peoplePath(c, `/${id}/restore`)}>
              <span>
                {name} <span class="soft">{words.left(formatDay(locale, amsterdamDay(leftAt), 'long'))}</span>
              </span>
              <Button kind="quiet" label={`${words.restore}: ${name}`}>
                {words.restore}
              </Button>
            </form>
          </Card>
        ))}
      </ul>
    </Fold>
  )
}
