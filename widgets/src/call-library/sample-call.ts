/** A short call to try the library with. Loaded only when somebody asks for it. */
export const sampleCall = {
  name: 'sample-call.vtt',
  content: `WEBVTT

00:00:01.000 --> 00:00:07.000
<v Anna Berg>Thanks for making time. What made you look for something new this autumn?

00:00:07.500 --> 00:00:19.000
<v Tom Reyes>Honestly, we lose two days a month to reports. Somebody copies numbers by hand, and then somebody else checks them.

00:00:19.500 --> 00:00:25.000
<v Anna Berg>What would you do with those two days?

00:00:25.500 --> 00:00:36.000
<v Tom Reyes>Talk to customers. But I should say it now: last year we bought a tool for this and nobody used it. It was too expensive for that.

00:00:36.500 --> 00:00:49.000
<v Anna Berg>That is a fair worry. We start with one report and one team. If it is not in use after thirty days, you stop and pay nothing.

00:00:49.500 --> 00:00:58.000
<v Tom Reyes>That I can take to my director. Send me the outline by Thursday and I will book thirty minutes with her.
`,
};
