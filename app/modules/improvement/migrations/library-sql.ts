/** Of the visitor, as arrays, so that a policy asks once a query and can look them up in an index. */
export const libraryReach = `
    -- Governing bodies of the organisations in scope; a school without one is its own.
    create function library_boards() returns uuid[] language sql stable as $$
      select array(select distinct coalesce(parent_id, id) from organisations
        where id = any (app_organisations()::uuid[]))
    $$;
    create function library_teams() returns uuid[] language sql stable as $$
      select array(select team_id from team_members
        where user_id = app_user_id() and organisation_id = any (app_organisations()::uuid[]))
    $$;
    create function library_designs() returns uuid[] language sql stable as $$
      select array(select lesson_id from lesson_designers
        where user_id = app_user_id() and organisation_id = any (app_organisations()::uuid[]))
    $$;
    -- Schools where the visitor works with every team: as coach or leader.
    create function library_schools() returns uuid[] language sql stable as $$
      select array(select organisation_id from memberships
        where user_id = app_user_id() and role in ('coach', 'leader')
          and organisation_id = any (app_organisations()::uuid[]))
    $$;
`

/**
 * Whom a shared lesson reaches: everybody, the schools of the governing body, the school, or those who may write in the
 * lesson (its team, its designers, who shared it, coach and leader; see `mayDesign`). These last also see what was taken
 * back, so that whoever may share a lesson sees that it is shared. For the policy and for `search_library`.
 */
export const reachesVisitor = (shared: string): string => `
      (${shared}.reach = 'open' and ${shared}.withdrawn_at is null)
      or (${shared}.reach = 'board' and ${shared}.withdrawn_at is null
        and ${shared}.board_id = any ((select library_boards())::uuid[]))
      or (${shared}.organisation_id = any ((select app_organisations())::uuid[]) and (
        (${shared}.reach <> 'team' and ${shared}.withdrawn_at is null)
        or ${shared}.shared_by = 'person:' || (select app_user_id())
        or ${shared}.team_id = any ((select library_teams())::uuid[])
        or ${shared}.lesson_id = any ((select library_designs())::uuid[])
        or ${shared}.organisation_id = any ((select library_schools())::uuid[])
      ))`
