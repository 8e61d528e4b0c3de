import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Columns, Stack } from "@/components/ui/stack";
import { findProfile } from "@/lib/accounts/profile/queries";
import { listOtherRooms, listOwnSignIns } from "@/lib/accounts/signIns/queries";
import { requireActor } from "@/lib/core/actor";
import { ProfileForm } from "./profile-form";
import { Rooms } from "./rooms";
import { SignIns } from "./sign-ins";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const actor = await requireActor();
  const [profile, signIns, rooms] = await Promise.all([
    findProfile(actor),
    listOwnSignIns(actor),
    actor.otherRooms > 0 ? listOtherRooms(actor) : [],
  ]);
  const Sides = actor.role === "admin" || actor.role === "therapist" ? Columns : Stack;
  return (
    <>
      <PageHeader title="Account" intro={profile.contact?.email} />
      <Sides>
        <Card title="About you">
          <ProfileForm actor={actor} profile={profile} />
        </Card>
        <Stack>
          {rooms.length > 0 && <Rooms rooms={rooms} />}
          <Card title="Password">
            <p className="soft">Only you know it. Nobody at the clinic ever asks you for it.</p>
            <div className="row">
              <Button variant="quiet" href="/account/password">
                Change your password
              </Button>
            </div>
          </Card>
          <SignIns signIns={signIns} zone={actor.timeZone} />
          <Card title="Privacy">
            <p>
              <Link href="/privacy">What is kept, and who sees it</Link>
            </p>
          </Card>
        </Stack>
      </Sides>
    </>
  );
}
