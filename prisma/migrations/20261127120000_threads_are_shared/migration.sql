-- What is shared is called like its table (a row of "PracticeLog" is a practiceLog), so that a new kind of thing needs no list of names here.
alter table "Share" alter column "subject" type text using "subject"::text;
drop type "ShareSubject";
