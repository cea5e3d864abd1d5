package io.github.gateweir.generate;

/** Names that most organisations contact, the most visited first. */
enum FamousDomain {
  TEAMS("teams.microsoft.com", Hosting.MICROSOFT, Topic.OFFICE),
  GOOGLE("www.google.com", Hosting.GOOGLE, Topic.SEARCH),
  OUTLOOK("outlook.office365.com", Hosting.MICROSOFT, Topic.OFFICE),
  LOGIN("login.microsoftonline.com", Hosting.MICROSOFT, Topic.OFFICE),
  TELEMETRY("mobile.events.data.microsoft.com", Hosting.MICROSOFT, Topic.TECHNOLOGY),
  GSTATIC("www.gstatic.com", Hosting.GOOGLE, Topic.SEARCH),
  APPLE_PUSH("gateway.icloud.com", Hosting.APPLE, Topic.APPLE),
  GOOGLE_APIS("www.googleapis.com", Hosting.GOOGLE, Topic.SEARCH),
  YOUTUBE("www.youtube.com", Hosting.GOOGLE, Topic.VIDEO),
  FONTS("fonts.gstatic.com", Hosting.GOOGLE, Topic.CONTENT_SERVER),
  ZOOM("us05web.zoom.us", Hosting.CLOUDFLARE, Topic.MEETING),
  LINKEDIN("www.linkedin.com", Hosting.MICROSOFT, Topic.BUSINESS),
  SALESFORCE("login.salesforce.com", Hosting.IRELAND, Topic.CRM),
  WIKIPEDIA("en.wikipedia.org", Hosting.FASTLY, Topic.EDUCATION),
  AMAZON("www.amazon.de", Hosting.CLOUDFRONT, Topic.SHOPPING),
  WINDOWS_UPDATE("fe3cr.delivery.mp.microsoft.com", Hosting.MICROSOFT, Topic.TECHNOLOGY),
  MOZILLA("firefox.settings.services.mozilla.com", Hosting.CLOUDFRONT, Topic.TECHNOLOGY),
  JSDELIVR("cdn.jsdelivr.net", Hosting.FASTLY, Topic.CONTENT_SERVER),
  BBC("www.bbc.co.uk", Hosting.FASTLY, Topic.NEWS),
  LE_MONDE("www.lemonde.fr", Hosting.FASTLY, Topic.NEWS),
  SPOTIFY("api.spotify.com", Hosting.FASTLY, Topic.MEDIA),
  NPM("registry.npmjs.org", Hosting.CLOUDFLARE, Topic.TECHNOLOGY),
  MAVEN("repo.maven.apache.org", Hosting.FASTLY, Topic.TECHNOLOGY),
  DEBIAN("deb.debian.org", Hosting.FASTLY, Topic.TECHNOLOGY);

  final String serverName;
  final Hosting hosting;
  final Topic topic;

  FamousDomain(String serverName, Hosting hosting, Topic topic) {
    this.serverName = serverName;
    this.hosting = hosting;
    this.topic = topic;
  }
}
