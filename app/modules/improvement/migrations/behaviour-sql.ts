/** What the role that counts may read of the visits, and nothing else may be done with it. */
const counted = ['visits', 'visit_records', 'visit_scores', 'visit_consents'] as const

/**
 * What is seen in lessons, counted for the school. Scores stay where they are, between receiver and visitor; nobody may
 * read them for this, the system neither. One function counts a half school year once, when it is over: only teachers who
 * agreed and of whom every domain was seen, five at least, and only where the teachers are those of an earlier count or
 * differ from those of each earlier one in five at least. Two counts share no score and differ in five teachers or in none,
 * so that taking one from another tells nothing of one of them. What stands is never counted again.
 */
export const behaviourSql = `
  create table visit_behaviour (
    organisation_id uuid not null references organisations,
    -- 1 August or 1 February.
    half date not null check (extract(day from half) = 1 and extract(month from half) in (2, 8)),
    -- Null: it was over, and could not be told.
    teachers int check (teachers >= 5),
    -- By domain, and 'all': { mean, deviation } over teachers of their own mean.
    figures jsonb,
    keep_until date not null,
    primary key (organisation_id, half),
    check ((teachers is null) = (figures is null))
  );
  create index visit_behaviour_keep on visit_behaviour (keep_until);
  alter table visit_behaviour enable row level security;
  alter table visit_behaviour force row level security;
  create policy visit_behaviour_read on visit_behaviour for select to kantelpunt_app
    using (organisation_id = any ((select app_organisations())::uuid[]));
  create policy visit_behaviour_system on visit_behaviour for select to kantelpunt_system using (true);
  create policy visit_behaviour_forget on visit_behaviour for delete to kantelpunt_system
    using (keep_until < (now() at time zone 'Europe/Amsterdam')::date);
  create policy visit_behaviour_count on visit_behaviour to kantelpunt_counter using (true) with check (true);
  grant select on visit_behaviour to kantelpunt_app;
  grant select, delete on visit_behaviour to kantelpunt_system;
  grant select, insert, update on visit_behaviour to kantelpunt_counter;

  -- Of whom a count is, for comparing the next one with it. No role that anything runs as can read it. Without a reference
  -- to users: somebody who left was still in it.
  create table visit_behaviour_teachers (
    organisation_id uuid not null,
    half date not null,
    teacher_id uuid not null,
    primary key (organisation_id, half, teacher_id),
    foreign key (organisation_id, half) references visit_behaviour on delete cascade
  );
  alter table visit_behaviour_teachers enable row level security;
  alter table visit_behaviour_teachers force row level security;
  create policy visit_behaviour_teachers_count on visit_behaviour_teachers to kantelpunt_counter
    using (true) with check (true);
  grant select, insert on visit_behaviour_teachers to kantelpunt_counter;

  ${counted
    .map(
      (table) => `
  create policy ${table}_count on ${table} for select to kantelpunt_counter using (true);
  grant select on ${table} to kantelpunt_counter;`,
    )
    .join('')}

  -- What counts in a half year, by teacher. For the next function only: nobody else may call it.
  create function visit_counted(in_organisation uuid, in_half date, in_instrument text, in_domains jsonb)
  returns table (teacher uuid, domain text, score int)
  language sql stable security definer set search_path = public, pg_temp as $$
    select v.receiver_id, d.key, s.score
    from visits v
    join visit_consents c on c.organisation_id = v.organisation_id and c.user_id = v.receiver_id
    join visit_records r on r.organisation_id = v.organisation_id and r.visit_id = v.id
    join visit_scores s on s.organisation_id = v.organisation_id and s.visit_id = v.id
    join jsonb_each(in_domains) d on d.value @> to_jsonb(s.indicator)
    where v.organisation_id = in_organisation and v.state = 'done' and r.instrument = in_instrument
      and (v.done_at at time zone 'Europe/Amsterdam')::date >= in_half
      and (v.done_at at time zone 'Europe/Amsterdam')::date < in_half + interval '6 months'
  $$;

  -- Counts a half year that ended two weeks ago or longer, once. in_domains: indicators by domain, as of in_instrument.
  -- True: it was counted now and can be told.
  create function visit_count_behaviour(
    in_organisation uuid, in_half date, in_today date, in_instrument text, in_domains jsonb)
  returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    ends date := in_half + interval '6 months';
    counted uuid[];
    told uuid[];
  begin
    perform pg_advisory_xact_lock(hashtextextended('visit behaviour ' || in_organisation, 7));
    if ends + 14 > in_today then return false; end if;
    insert into visit_behaviour (organisation_id, half, keep_until) values (in_organisation, in_half, ends + 1096)
      on conflict do nothing;
    if not found then return false; end if;

    select array_agg(teacher) into counted from (
      select teacher from visit_counted(in_organisation, in_half, in_instrument, in_domains) group by teacher
      having count(distinct domain) = (select count(*) from jsonb_object_keys(in_domains))) of_all;
    -- Everybody, or else the teachers of an earlier count, the newest that fits.
    select candidate into told from (
      select counted as candidate, date 'infinity' as half
      union all
      select array_agg(e.teacher_id), e.half from visit_behaviour_teachers e
        where e.organisation_id = in_organisation group by e.half having array_agg(e.teacher_id) <@ counted
    ) candidates
    where cardinality(candidate) >= 5 and not exists (
      select from visit_behaviour_teachers e where e.organisation_id = in_organisation group by e.half
      having count(*) filter (where e.teacher_id <> all (candidate))
        + cardinality(candidate) - count(*) filter (where e.teacher_id = any (candidate)) between 1 and 4)
    order by half desc limit 1;
    if told is null then return false; end if;

    insert into visit_behaviour_teachers (organisation_id, half, teacher_id)
      select in_organisation, in_half, unnest(told);
    update visit_behaviour set teachers = cardinality(told), figures = (
      select jsonb_object_agg(name, jsonb_build_object('mean', round(mean, 4), 'deviation', round(deviation, 4)))
      from (
        select name, avg(own) as mean, stddev_pop(own) as deviation from (
          select coalesce(domain, 'all') as name, avg(score) as own
          from visit_counted(in_organisation, in_half, in_instrument, in_domains)
          where teacher = any (told) group by grouping sets ((teacher, domain), (teacher))) by_teacher
        group by name) by_name)
      where organisation_id = in_organisation and half = in_half;
    return true;
  end $$;

  -- Before they change hands: what the owner of the tables revokes later would revoke nothing.
  revoke execute on function visit_counted(uuid, date, text, jsonb) from public;
  revoke execute on function visit_count_behaviour(uuid, date, date, text, jsonb) from public;
  grant execute on function visit_count_behaviour(uuid, date, date, text, jsonb) to kantelpunt_system;
  grant create on schema public to kantelpunt_counter;
  alter function visit_counted(uuid, date, text, jsonb) owner to kantelpunt_counter;
  alter function visit_count_behaviour(uuid, date, date, text, jsonb) owner to kantelpunt_counter;
  revoke create on schema public from kantelpunt_counter;
`
