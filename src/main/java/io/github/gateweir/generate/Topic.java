package io.github.gateweir.generate;

/** The applications and categories that Gateway recognises in a destination. */
enum Topic {
  NONE("", "", "", ""),
  UNKNOWN("", "", "189", "\"Unknown\""),
  TECHNOLOGY("", "", "26,155", "\"Internet Services\",\"Technology\""),
  BUSINESS("", "", "75", "\"Business\""),
  NEWS("", "", "122", "\"News & Media\""),
  SHOPPING("", "", "163", "\"Shopping\""),
  EDUCATION("", "", "90", "\"Education\""),
  MEDIA("", "", "164", "\"Audio Streaming\""),
  TRAVEL("", "", "180", "\"Travel\""),
  CONTENT_SERVER("", "", "22,155", "\"Content Servers\",\"Technology\""),
  SEARCH("580", "\"Google\"", "145", "\"Search Engines\""),
  OFFICE("606", "\"Microsoft 365\"", "69,75", "\"Collaboration\",\"Business\""),
  MEETING("651", "\"Zoom\"", "69", "\"Collaboration\""),
  VIDEO("893", "\"YouTube\"", "166", "\"Video Streaming\""),
  CRM("746", "\"Salesforce\"", "75", "\"Business\""),
  APPLE("534", "\"Apple\"", "155", "\"Technology\"");

  final String fields;

  Topic(String applicationIds, String applicationNames, String categoryIds, String categoryNames) {
    fields =
        "\"ApplicationIDs\":[%s],\"ApplicationNames\":[%s],\"CategoryIDs\":[%s],\"CategoryNames\":[%s]"
            .formatted(applicationIds, applicationNames, categoryIds, categoryNames);
  }
}
