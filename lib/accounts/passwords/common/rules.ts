/** Long passwords that are known from leaks and lists of defaults, in small letters and without spaces or signs. */
const phrases = new Set(
  `correcthorsebatterystaple correcthorsebatterystaplecorrect thequickbrownfoxjumpsoverthelazydog thequickbrownfox
  tobeornottobethatisthequestion tobeornottobe maytheforcebewithyou onceuponatime happilyeverafter iloveyouforever
  iloveyousomuch iloveyouverymuch iwillalwaysloveyou alwaysandforever foreverandalways livelaughlove liveloveelaugh
  iamthegreatest thisismypassword thisisapassword thisismynewpassword mypasswordispassword mysecretpassword
  myverysecurepassword averylongpassword averysecurepassword alongpassword alongenoughpassword verylongpassword
  supersecretpassword supersecurepassword topsecretpassword donttellanyone idontknowmypassword idontremember
  iforgotmypassword iforgotmypasswordagain ihatepasswords ihavenopassword passwordmanager pleaseletmein openthedoor
  letmeinletmein changemeplease changethispassword changeyourpassword temporarypassword temppassword defaultpassword
  administrator administrateur administrador administratorpassword adminadminadmin rootrootrootroot welcomehome
  welcometothejungle welcomewelcome supercalifragilisticexpialidocious youshallnotpass winteriscoming
  toinfinityandbeyond thetruthisoutthere highwaytohell stairwaytoheaven bohemianrhapsody smellsliketeenspirit
  letitbeletitbe heyjude nevergonnagiveyouup dontstopbelieving dontworrybehappy hakunamatata avadakedavra
  expectopatronum harrypotter lordvoldemort starwarsforever lordoftherings gameofthrones manchesterunited
  liverpoolfootballclub youllneverwalkalone youneverwalkalone realmadridcf fcbarcelona newyorkyankees dallascowboys
  jesusismysavior jesuslovesme jesuschrist godisgoodallthetime ingodwetrust thankyoujesus blessedbethename
  motherfucker fuckyoufuckyou gofuckyourself whateverwhatever computercomputer internetinternet sunshinesunshine
  princessprincess babygirlbabygirl football footballfootball baseballbaseball superman supermansuperman
  batmanbatmanbatman monkeymonkeymonkey dragondragondragon shadowshadowshadow mastermastermaster
  1qaz2wsx3edc4rfv 1qaz2wsx3edc4rfv5tgb zaq12wsxcde34rfv zaq1xsw2cde3vfr4 q1w2e3r4t5y6u7i8 q1w2e3r4t5y6u7i8o9p0
  qazwsxedcrfvtgb qazwsxedcrfvtgbyhnujm 1q2w3e4r5t6y7u8i 1q2w3e4r5t6y7u8i9o0p qwerty1234567890 qwertyuiopasdfghjklzxcvbnm
  asdfghjklqwertyuiop zxcvbnmasdfghjklqwertyuiop poiuytrewqlkjhgfdsamnbvcxz 123456789qwertyuiop abcdefghijklmnopqrstuvwxyz
  abcd1234abcd1234 abc123abc123abc123 aaaabbbbccccdddd 112233445566778899 12344321123443211 147258369147258369
  123qweasdzxc123qweasdzxc 1a2b3c4d5e6f7g8h a1b2c3d4e5f6g7h8 3141592653589793 31415926535897932384 2718281828459045
  thresholdthreshold ketamineketamine ketaminetherapy psychotherapy psychedelictherapy ketamineassistedpsychotherapy
  setandsetting integrationtherapy mentalhealthmatters healingjourney innerpeace takeadeepbreath onedayatatime`
    .trim()
    .split(/\s+/),
);

/** Words that most guesses are put together from. */
const words =
  `password passwort passwd motdepasse contrasena parola senha secret secure security letmein welcome admin login
  master qwertyuiop qwertz qwerty azerty asdfgh zxcvbn iloveyou loveyou love princess sunshine football baseball
  soccer superman batman monkey dragon shadow michael jordan jesus hello changeme default temp test guest user root
  summer winter spring autumn january february march april june july august september october november december
  monday friday sunday clinic portal therapy therapist patient companion ketamine threshold please forever`
    .split(/\s+/)
    .sort((a, b) => b.length - a.length);

const rows = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qwertzuiop",
  "azertyuiop",
];
const lookalikes: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  $: "s",
  "@": "a",
};

/** Whether a password is among those that are guessed first: known ones, patterns on the keyboard, repetitions, and these joined. */
export function isCommon(password: string, least: number): boolean {
  const typed = password.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  return [typed, readAsLetters(typed)].some(
    (text) => phrases.has(text.replace(/[^\p{L}\p{N}]/gu, "")) || remainder(text) < least,
  );
}

/** How many characters are left when these words, and digits and signs around them, are taken out. */
export function withoutWords(text: string, taken: string[]): number {
  let rest = text;
  for (const word of taken) rest = rest.replaceAll(word, " ");
  return [...rest.replace(/[^\p{L}]/gu, "")].length;
}

/** What a guesser would still have to find: words and steps along a row of keys count for nothing, a repetition counts once. */
function remainder(text: string): number {
  let rest = text;
  for (const word of words) rest = rest.replaceAll(word, " ");
  const once = rest.replace(/(.{1,12}?)\1+/gsu, "$1");
  const chars = [...once.replace(/\s/g, "")];
  return chars.filter((char, at) => at === 0 || !isStep(chars[at - 1] ?? "", char)).length;
}

const isStep = (from: string, to: string) =>
  rows.some((row) => row.includes(from + to) || row.includes(to + from)) || from === to;

const readAsLetters = (text: string) => [...text].map((char) => lookalikes[char] ?? char).join("");
