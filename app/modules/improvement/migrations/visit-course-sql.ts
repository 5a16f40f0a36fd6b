/**
 * The course of a visit, kept by the database: whoever writes SQL goes the same way as the pages. A visit is taken by who
 * comes, withdrawn by who asked, given back as long as nothing was seen. What was seen begins once, and is the receiver's
 * when the talk is done.
 */
export const visitCourseSql = `
  create function visit_course() returns trigger language plpgsql set search_path = public, pg_temp as $$
  declare
    me uuid := app_user_id();
    -- Both who asked and who comes see the record; there is none before somebody took the visit.
    seen boolean := exists (select from visit_records r
      where r.organisation_id = old.organisation_id and r.visit_id = old.id);
    allowed boolean;
  begin
    allowed := case old.state || ' ' || new.state
      when 'open taken' then new.visitor_id = me and me <> old.receiver_id and exists (select from memberships m
          where m.organisation_id = old.organisation_id and m.user_id = me and m.role in ('teacher', 'coach', 'leader'))
        and (old.also_leaders or not exists (select from memberships m
          where m.organisation_id = old.organisation_id and m.user_id = me
            and m.role in ('coach', 'leader', 'board', 'admin')))
      when 'open withdrawn' then me = old.receiver_id and new.visitor_id is null
      when 'taken withdrawn' then me = old.receiver_id and new.visitor_id is null and not seen
      when 'taken open' then me in (old.receiver_id, old.visitor_id) and new.visitor_id is null and not seen
      when 'taken done' then me in (old.receiver_id, old.visitor_id) and new.visitor_id is not distinct from old.visitor_id
      -- Somebody's account, a team or a track is gone.
      else old.state = new.state and (new.visitor_id is null or new.visitor_id is not distinct from old.visitor_id)
        and (new.starts_at, new.done_at) is not distinct from (old.starts_at, old.done_at) end;
    if allowed is not true then
      raise exception 'A visit goes no such way: % to %.', old.state, new.state using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$;
  create trigger visits_course before update on visits for each row execute function visit_course();

  create function visit_record_course() returns trigger language plpgsql set search_path = public, pg_temp as $$
  declare
    by_visitor boolean := coalesce(app_user_id() = old.visitor_id, false);
  begin
    if (new.visitor_id is not null and new.visitor_id is distinct from old.visitor_id)
      or (new.started_at is distinct from old.started_at and (old.started_at is not null or not by_visitor))
      or (new.instrument is distinct from old.instrument and (not by_visitor or old.closed_at is not null
        or (old.talk_done_at is not null and old.instrument is not null)))
      or (old.talk_done_at is not null and (new.talk_done_at, new.talk_step, new.talk_step_at)
        is distinct from (old.talk_done_at, old.talk_step, old.talk_step_at))
      or (old.closed_at is not null and new.closed_at is distinct from old.closed_at)
    then
      raise exception 'What was seen can no longer change in this way.' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$;
  create trigger visit_records_course before update on visit_records for each row execute function visit_record_course();

  -- Closes what began before a moment. The system may not look at records, so a function does it that says nothing of them.
  create policy visit_records_close on visit_records for update to kantelpunt_counter using (true) with check (true);
  grant update (closed_at) on visit_records to kantelpunt_counter;
  create function visit_close_records(in_begun_before timestamptz, in_now timestamptz) returns int
  language sql security definer set search_path = public, pg_temp as $$
    with closed as (
      update visit_records set closed_at = in_now where closed_at is null and started_at < in_begun_before returning 1
    ) select count(*)::int from closed
  $$;
  revoke execute on function visit_close_records(timestamptz, timestamptz) from public;
  grant execute on function visit_close_records(timestamptz, timestamptz) to kantelpunt_system;
  grant create on schema public to kantelpunt_counter;
  alter function visit_close_records(timestamptz, timestamptz) owner to kantelpunt_counter;
  revoke create on schema public from kantelpunt_counter;
`
