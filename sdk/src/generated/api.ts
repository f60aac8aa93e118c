// Generated from platform-api/openapi.json by `npm run generate`. Never edited.
export interface paths {
  '/v1/brand': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The tenant's brand, ready for a browser. A publishable key is enough */
    get: operations['brand.retrieve'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Change the brand */
    patch: operations['brand.update'];
    trace?: never;
  };
  '/v1/calls': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List calls, newest first unless sorted otherwise */
    get: operations['calls.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/calls/{callId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One call with summary, action items, topics and what has been done to it */
    get: operations['calls.retrieve'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Change title, outcome, client, tags, folders or summary */
    patch: operations['calls.update'];
    trace?: never;
  };
  '/v1/calls/{callId}/action-items': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Add an action item by hand */
    post: operations['calls.addActionItem'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/calls/{callId}/action-items/{itemId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Remove an action item */
    delete: operations['calls.deleteActionItem'];
    options?: never;
    head?: never;
    /** Tick off or change an action item */
    patch: operations['calls.updateActionItem'];
    trace?: never;
  };
  '/v1/calls/{callId}/steps/{step}/run': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Do one step of the pipeline again */
    post: operations['calls.runStep'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/calls/{callId}/transcript': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The transcript as this reader may see it */
    get: operations['transcripts.retrieve'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Edit words, speaker or visibility of segments. Makes a new revision; the raw words are kept */
    patch: operations['transcripts.edit'];
    trace?: never;
  };
  '/v1/calls/bulk': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Change many calls at once; all or none */
    post: operations['calls.bulkUpdate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/calls/delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Move calls to the bin for 30 days */
    post: operations['calls.delete'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/calls/facets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Values to filter by, with how many calls have each */
    get: operations['calls.facets'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/calls/undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Put calls back as they were before a bulk change or a deletion */
    post: operations['calls.undo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/chat/answers/{answerId}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The answer as it is made */
    get: operations['chat.stream'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/chat/answers/{answerId}/stop': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Stop an answer; what was said stays */
    post: operations['chat.stop'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/chat/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** This user's chats: pinned first, then latest */
    get: operations['chat.list'];
    put?: never;
    /** Begin a chat over a scope */
    post: operations['chat.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/chat/sessions/{sessionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A chat with its messages */
    get: operations['chat.retrieve'];
    put?: never;
    post?: never;
    /** Delete a chat */
    delete: operations['chat.delete'];
    options?: never;
    head?: never;
    /** Rename, pin or re-scope a chat */
    patch: operations['chat.update'];
    trace?: never;
  };
  '/v1/chat/sessions/{sessionId}/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask. The answer begins at once; read it from its event stream */
    post: operations['chat.ask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/clients': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Clients by name */
    get: operations['clients.list'];
    put?: never;
    /** Add a client */
    post: operations['clients.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/clients/{clientId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One client */
    get: operations['clients.retrieve'];
    put?: never;
    post?: never;
    /** Delete a client; its calls stay, without a client */
    delete: operations['clients.delete'];
    options?: never;
    head?: never;
    /** Change a client */
    patch: operations['clients.update'];
    trace?: never;
  };
  '/v1/folders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All folders this caller may see, parents before children */
    get: operations['folders.list'];
    put?: never;
    /** Make a folder, three levels deep at most */
    post: operations['folders.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/folders/{folderId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Delete an empty-handed folder: its calls stay in the library, folders inside move up */
    delete: operations['folders.delete'];
    options?: never;
    head?: never;
    /** Rename, move or restyle a folder */
    patch: operations['folders.update'];
    trace?: never;
  };
  '/v1/imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Imports, newest first */
    get: operations['imports.list'];
    put?: never;
    /** Import transcript files. The format is detected from the content; the same file twice is one call */
    post: operations['imports.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/imports/{importId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far an import is, with a result per file */
    get: operations['imports.retrieve'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jobs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Long work, newest first */
    get: operations['jobs.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jobs/{jobId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far a job is */
    get: operations['jobs.retrieve'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jobs/{jobId}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Stop a job; what it finished stays */
    post: operations['jobs.cancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jobs/{jobId}/pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Hold a job where it is */
    post: operations['jobs.pause'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jobs/{jobId}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Go on with a paused job */
    post: operations['jobs.resume'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jobs/{jobId}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Run a failed or cancelled job again; finished parts are skipped */
    post: operations['jobs.retry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** API keys, without their secrets */
    get: operations['keys.list'];
    put?: never;
    /** Make a key; its secret is shown in this answer only. Two secret keys can live at once, for rotation */
    post: operations['keys.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/keys/{keyId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Revoke a key; it stops working within 30 seconds everywhere */
    delete: operations['keys.revoke'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/objections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Objections across calls, latest call first */
    get: operations['rebuttals.objections'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/profits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** PROFITS items across calls, latest call first */
    get: operations['profits.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/profits/{itemId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Accept, edit, reject or star an item */
    patch: operations['profits.update'];
    trace?: never;
  };
  '/v1/profits/extract': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Read a selection of calls for PROFITS, as a job. Calls that have not changed are skipped */
    post: operations['profits.extract'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/profits/overview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Counts per element, a grid of the latest calls by element, and what is missing */
    get: operations['profits.overview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/rebuttals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Replies ranked by how reliably they worked; the best reply to an objection typed in */
    get: operations['rebuttals.list'];
    put?: never;
    /** Add a reply of your own */
    post: operations['rebuttals.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/rebuttals/{rebuttalId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One reply with every case, the best first */
    get: operations['rebuttals.retrieve'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Name, pin or retire a reply */
    patch: operations['rebuttals.update'];
    trace?: never;
  };
  '/v1/rebuttals/kinds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How often each kind was heard, and how often it was answered well */
    get: operations['rebuttals.kinds'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Find passages across the calls this caller may see */
    get: operations['search.query'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Mint a short-lived token for one end user. Call it from your server */
    post: operations['sessions.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/sessions/{sessionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** End one session */
    delete: operations['sessions.revoke'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/sessions/current': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who the caller is and what they may do */
    get: operations['sessions.current'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/sessions/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End every session of a user */
    post: operations['sessions.revokeUser'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/speakers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everybody who spoke, by name */
    get: operations['speakers.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/speakers/{speakerId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One speaker */
    get: operations['speakers.retrieve'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Correct a name, title, side or note */
    patch: operations['speakers.update'];
    trace?: never;
  };
  '/v1/tags': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All tags with how many calls carry each */
    get: operations['tags.list'];
    put?: never;
    /** Make a tag */
    post: operations['tags.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/tags/{tagId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Delete a tag of your own and take it off its calls */
    delete: operations['tags.delete'];
    options?: never;
    head?: never;
    /** Rename or recolour a tag; system tags keep their name */
    patch: operations['tags.update'];
    trace?: never;
  };
  '/v1/tenant': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The tenant this key belongs to */
    get: operations['tenants.retrieve'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Change the name or the origins */
    patch: operations['tenants.update'];
    trace?: never;
  };
  '/v1/tenants': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Open a tenant and its first keys. For the operator of the installation */
    post: operations['tenants.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Brand: {
      name: string;
      logoUrl: string | null;
      logoDarkUrl: string | null;
      supportUrl: string | null;
      poweredBy: boolean;
      inputs: {
        [key: string]: string;
      };
      theme: {
        light: {
          [key: string]: string;
        };
        dark: {
          [key: string]: string;
        };
      };
      /** @description What the contrast guard changed, in words. */
      notes: string[];
    };
    Call: {
      id: string;
      title: string;
      startedAt: string | null;
      durationMs: number | null;
      outcome: string | null;
      client: components['schemas']['ClientRef'] | null;
      /** @enum {string} */
      status: 'processing' | 'ready' | 'failed';
      isTitleGenerated: boolean;
      /** @description True until a person confirms or changes the client. */
      isClientProposed: boolean;
      /** @description Where it came from, such as `zoom` or `fathom`. */
      source: string;
      sourceUrl: string | null;
      language: string | null;
      participants: components['schemas']['Participant'][];
      owner: string | null;
      /** @description The first is the primary one. */
      tags: components['schemas']['TagRef'][];
      folderIds: string[];
      sentiment: {
        label: components['schemas']['Sentiment'];
        confidence: number;
      } | null;
      strip: components['schemas']['SpeechStrip'];
      counts: {
        turns: number;
        objections: number;
        profits: number;
        actionItems: number;
        openActionItems: number;
      };
      /**
       * Format: date-time
       * @description ISO 8601 with offset or Z.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description ISO 8601 with offset or Z.
       */
      updatedAt: string;
      /** @description When it went to the bin; purged 30 days later. */
      deletedAt: string | null;
    };
    ClientRef: {
      id: string;
      name: string;
    };
    Participant: {
      speakerId: string;
      name: string;
      email: string | null;
      /** @description Role and company, such as "CFO, Alder Foods". */
      title: string | null;
      side: components['schemas']['Side'];
      /** @description Share of the words spoken. */
      talkShare: number;
    };
    /** @enum {string} */
    Side: 'us' | 'them' | 'unknown';
    TagRef: {
      id: string;
      name: string;
      color: number;
      isSystem: boolean;
    };
    /** @enum {string} */
    Sentiment: 'positive' | 'neutral' | 'negative';
    SpeechStrip: {
      us: number[];
      them: number[];
    };
    CallDetail: {
      id: string;
      title: string;
      startedAt: string | null;
      durationMs: number | null;
      outcome: string | null;
      client: components['schemas']['ClientRef'] | null;
      /** @enum {string} */
      status: 'processing' | 'ready' | 'failed';
      isTitleGenerated: boolean;
      /** @description True until a person confirms or changes the client. */
      isClientProposed: boolean;
      /** @description Where it came from, such as `zoom` or `fathom`. */
      source: string;
      sourceUrl: string | null;
      language: string | null;
      participants: components['schemas']['Participant'][];
      owner: string | null;
      /** @description The first is the primary one. */
      tags: components['schemas']['TagRef'][];
      folderIds: string[];
      sentiment: {
        label: components['schemas']['Sentiment'];
        confidence: number;
      } | null;
      strip: components['schemas']['SpeechStrip'];
      counts: {
        turns: number;
        objections: number;
        profits: number;
        actionItems: number;
        openActionItems: number;
      };
      /**
       * Format: date-time
       * @description ISO 8601 with offset or Z.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description ISO 8601 with offset or Z.
       */
      updatedAt: string;
      /** @description When it went to the bin; purged 30 days later. */
      deletedAt: string | null;
      summary: {
        engine: string;
        isEdited: boolean;
        sentences: {
          text: string;
          evidence: components['schemas']['Evidence'][];
        }[];
      } | null;
      actionItems: components['schemas']['ActionItem'][];
      topics: {
        title: string;
        turnStart: number;
        turnEnd: number;
        startMs: number | null;
        endMs: number | null;
      }[];
      steps: components['schemas']['Step'][];
      /** @description Revision of the transcript that readers see. */
      revision: number;
      previousId: string | null;
      nextId: string | null;
    };
    Evidence: {
      callId: string;
      callTitle: string;
      callStartedAt: string | null;
      revision: number;
      segmentStart: number;
      segmentEnd: number;
      start: number;
      end: number;
      text: string;
      speaker: components['schemas']['SpeakerRef'];
      startMs: number | null;
      endMs: number | null;
    };
    SpeakerRef: {
      id: string;
      name: string;
      /** @description Role and company, such as "CFO, Alder Foods". */
      title: string | null;
      /** @enum {string} */
      side: 'us' | 'them' | 'unknown';
    };
    ActionItem: {
      id: string;
      text: string;
      assignee: string | null;
      dueAt: string | null;
      /** @description The words it was promised for, such as "by Thursday". */
      dueText: string | null;
      isDone: boolean;
      /** @enum {string} */
      madeBy: 'person' | 'machine';
      evidence: components['schemas']['Evidence'] | null;
    };
    Step: {
      name: components['schemas']['StepName'];
      /** @enum {string} */
      status: 'waiting' | 'running' | 'done' | 'failed';
      /** @description Which engine did it: "local analyst", or a model's name. */
      engine: string | null;
      finishedAt: string | null;
      error: string | null;
    };
    /** @enum {string} */
    StepName: 'transcript' | 'enrich' | 'summary' | 'index' | 'profits' | 'objections';
    Transcript: {
      callId: string;
      revision: number;
      language: string | null;
      speakers: components['schemas']['SpeakerRef'][];
      turns: components['schemas']['TranscriptTurn'][];
    };
    TranscriptTurn: {
      index: number;
      speakerId: string;
      startMs: number | null;
      endMs: number | null;
      segments: components['schemas']['Segment'][];
    };
    Segment: {
      index: number;
      startMs: number | null;
      endMs: number | null;
      /** @description As readers see it: the edited words where a person edited them; empty where hidden. */
      text: string;
      isEdited: boolean;
      isHidden: boolean;
      confidence: number | null;
    };
    ChatMessage: {
      id: string;
      /** @enum {string} */
      role: 'user' | 'assistant';
      /** @description Markdown. Citations are `[n]`. */
      text: string;
      mentions: {
        callId: string;
        title: string;
      }[];
      /** @enum {string} */
      status: 'answering' | 'done' | 'stopped' | 'failed';
      /** @description "local analyst", or the model's name. */
      engine: string | null;
      /** @description True where the model failed and the local analyst answered. */
      isFallback: boolean;
      steps: components['schemas']['ChatStep'][];
      citations: components['schemas']['Citation'][];
      callsRead: {
        read: number;
        total: number;
      } | null;
      /** @description Statements left out because no passage proves them. */
      leftOut: number;
      error: {
        code: string;
        message: string;
      } | null;
      /**
       * Format: date-time
       * @description ISO 8601 with offset or Z.
       */
      createdAt: string;
    };
    ChatStep: {
      id: string;
      /** @description Stable name, such as `search` or `top_objections`. */
      tool: string;
      /** @description What it worked on, in words. */
      object: string;
      result: string;
      /** @description Details for the opened card. */
      items: string[];
      ms: number;
      /** @enum {string} */
      status: 'running' | 'done' | 'failed';
    };
    Citation: {
      number: number;
      evidence: components['schemas']['Evidence'];
      before: string;
      after: string;
    };
    ChatSession: {
      id: string;
      title: string;
      scope: components['schemas']['ChatScope'];
      /** @description Such as "Folder: Kestrel Freight". */
      scopeLabel: string;
      isPinned: boolean;
      messages: number;
      /**
       * Format: date-time
       * @description ISO 8601 with offset or Z.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description ISO 8601 with offset or Z.
       */
      updatedAt: string;
    };
    ChatScope:
      | {
          /** @constant */
          kind: 'library';
        }
      | {
          /** @constant */
          kind: 'folder';
          id: string;
        }
      | {
          /** @constant */
          kind: 'tag';
          id: string;
        }
      | {
          /** @constant */
          kind: 'call';
          id: string;
        }
      | {
          /** @constant */
          kind: 'selection';
          callIds: string[];
        };
    Client: {
      id: string;
      name: string;
      /** @description E-mail domains; a call is proposed for the client whose domain its participants have. */
      domains: string[];
      industry: string | null;
      crmAccount: string | null;
      owner: string | null;
      calls: number;
    };
    Folder: {
      id: string;
      name: string;
      parentId: string | null;
      depth: number;
      color: number | null;
      icon: string | null;
      description: string;
      isHidden: boolean;
      /** @description Calls in this folder and those inside it. */
      calls: number;
    };
    Import: {
      id: string;
      jobId: string;
      /** @enum {string} */
      status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
      progress: {
        done: number;
        total: number;
      };
      files: components['schemas']['ImportFile'][];
      /**
       * Format: date-time
       * @description ISO 8601 with offset or Z.
       */
      createdAt: string;
    };
    ImportFile: {
      name: string;
      /** @enum {string} */
      status: 'waiting' | 'imported' | 'duplicate' | 'failed';
      format: string | null;
      /** @description Calls this file holds, whether new or known. */
      callIds: string[];
      error: {
        code: string;
        message: string;
        line: number | null;
      } | null;
    };
    Job: {
      id: string;
      /** @description Such as `imports.run` or `profits.extract`. */
      name: string;
      /** @enum {string} */
      status: 'queued' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled';
      progress: {
        done: number;
        total: number;
      };
      error: {
        code: string;
        message: string;
      } | null;
      attempts: number;
      /**
       * Format: date-time
       * @description ISO 8601 with offset or Z.
       */
      createdAt: string;
      startedAt: string | null;
      finishedAt: string | null;
    };
    ApiKey: {
      id: string;
      name: string;
      /** @enum {string} */
      kind: 'secret' | 'publishable';
      /** @enum {string} */
      mode: 'live' | 'test';
      /** @description Its first characters; the rest was shown once. */
      preview: string;
      scopes: string[];
      /**
       * Format: date-time
       * @description ISO 8601 with offset or Z.
       */
      createdAt: string;
      lastUsedAt: string | null;
    };
    CallRef: {
      id: string;
      title: string;
      startedAt: string | null;
      durationMs: number | null;
      outcome: string | null;
      client: components['schemas']['ClientRef'] | null;
    };
    /** @enum {string} */
    ObjectionKind: 'price' | 'timing' | 'authority' | 'need' | 'trust' | 'competitor' | 'status_quo' | 'other';
    /** @enum {string} */
    Verdict: 'accepted' | 'softened' | 'repeated' | 'rejected' | 'unclear';
    Rebuttal: {
      id: string;
      kind: components['schemas']['ObjectionKind'];
      name: string;
      /** @description Stable name of the approach, such as `measured_cost` or `own` for a reply of your own. */
      approach: string;
      /** @description Verbatim from `example`, or your own words where `isOwn`. */
      words: string;
      example: components['schemas']['Objection'] | null;
      /** @description Who used it, most often first. */
      speakers: string[];
      used: number;
      /** @description Times it can be said whether it worked. */
      judged: number;
      worked: number;
      won: number;
      open: number;
      lost: number;
      /** @description Lower bound (Wilson, 95 %) of the share that worked; what the list is ranked by. */
      reliability: number;
      isPinned: boolean;
      isRetired: boolean;
      isOwn: boolean;
    };
    Objection: {
      id: string;
      call: components['schemas']['CallRef'];
      kind: components['schemas']['ObjectionKind'];
      evidence: components['schemas']['Evidence'];
      confidence: number;
      /** @description Null: nobody answered it. */
      reply: {
        rebuttalId: string;
        evidence: components['schemas']['Evidence'];
      } | null;
      reaction: {
        verdict: components['schemas']['Verdict'];
        evidence: components['schemas']['Evidence'] | null;
      } | null;
      /** @description Null: cannot be said. */
      worked: boolean | null;
      /** @description The buyer's next words, or the known outcome of the call. */
      judgedBy: ('next_words' | 'outcome') | null;
      engine: string;
    };
    ProfitsItem: {
      id: string;
      call: components['schemas']['CallRef'];
      element: components['schemas']['ProfitsElement'];
      /** @description In a mind's or a person's words; the proof is `evidence`. */
      statement: string;
      isEdited: boolean;
      evidence: components['schemas']['Evidence'];
      strength: number;
      confidence: number;
      /** @enum {string} */
      status: 'to_review' | 'accepted' | 'rejected';
      isStarred: boolean;
      engine: string;
      /**
       * Format: date-time
       * @description ISO 8601 with offset or Z.
       */
      createdAt: string;
    };
    /** @enum {string} */
    ProfitsElement: 'pain' | 'results' | 'obstacles' | 'fears' | 'identity' | 'triggers' | 'success';
    SearchHit: {
      call: {
        id: string;
        title: string;
        startedAt: string | null;
        durationMs: number | null;
        outcome: string | null;
        client: components['schemas']['ClientRef'] | null;
        strip: components['schemas']['SpeechStrip'];
      };
      /** @enum {string} */
      foundIn: 'transcript' | 'summary';
      /** @description The sentence that answers best, ready to open and to highlight. */
      evidence: components['schemas']['Evidence'];
      turns: components['schemas']['HitTurn'][];
      /** @description Index in the transcript of the turn that answers best. */
      bestTurn: number;
    };
    HitTurn: {
      /** @description Turn of the transcript. */
      index: number;
      speaker: components['schemas']['SpeakerRef'];
      startMs: number | null;
      text: string;
      segmentStart: number;
      segmentEnd: number;
      /** @description Words of the query, in UTF-16 offsets of `text`. */
      highlights: {
        start: number;
        end: number;
      }[];
    };
    /** @enum {string} */
    RoleName: 'owner' | 'admin' | 'manager' | 'member' | 'coach' | 'client';
    Speaker: {
      id: string;
      name: string;
      emails: string[];
      title: string | null;
      /** @enum {string} */
      side: 'us' | 'them' | 'unknown';
      notes: string;
      calls: number;
    };
    Tag: {
      id: string;
      name: string;
      color: number;
      isSystem: boolean;
      calls: number;
    };
    Tenant: {
      id: string;
      name: string;
      /** @description Where embed sessions may run: exact origins, or one wildcard label as in "https://*.example.com". */
      origins: string[];
      /**
       * Format: date-time
       * @description ISO 8601 with offset or Z.
       */
      createdAt: string;
    };
    Problem: {
      type: string;
      title: string;
      status: number;
      code: string;
      /** @description What happened and what to do next. */
      detail: string;
      requestId: string;
      retryable: boolean;
      errors?: {
        path?: string;
        message?: string;
      }[];
    };
  };
  responses: {
    /** @description What went wrong (RFC 9457). */
    Problem: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  'brand.retrieve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Brand'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'brand.update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name?: string;
          /** @description The brand colour; every accent follows from it. */
          color?: string;
          /** @description Hue source of the greys; the brand unless said. */
          neutral?: string | null;
          tint?: number;
          /** @description Pixels. */
          radius?: number;
          density?: number;
          textScale?: number;
          /** @description Null: the host page's font. */
          font?: string | null;
          headingFont?: string | null;
          logoUrl?: string | null;
          logoDarkUrl?: string | null;
          supportUrl?: string | null;
          poweredBy?: boolean;
        };
      };
    };
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Brand'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'calls.list': {
    parameters: {
      query?: {
        /** @description Words in title, people or client. */
        q?: string;
        /** @description ISO 8601 with offset or Z. */
        from?: string;
        /** @description Exclusive. */
        to?: string;
        callId?: string | string[];
        clientId?: string | string[];
        /** @description Includes folders inside. */
        folderId?: string | string[];
        tagId?: string | string[];
        speakerId?: string | string[];
        source?: string | string[];
        /** @description `none` for calls without one. */
        outcome?: string | string[];
        sentiment?: string | string[];
        minDurationMs?: number;
        maxDurationMs?: number;
        /** @description Only calls in the bin. */
        binned?: 'true' | 'false';
        /** @description Rows per page, 200 at most. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        sort?: 'newest' | 'oldest' | 'longest' | 'shortest' | 'title';
        /** @description IANA name; decides which day a call belongs to. */
        timeZone?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Call'][];
            nextCursor: string | null;
            /** @description Calls that match, on all pages. */
            total: number;
            totalDurationMs: number;
            /** @description All calls this caller may see. */
            libraryTotal: number;
            /** @description Totals per day (YYYY-MM-DD) over all pages, newest first. */
            days: {
              day: string;
              calls: number;
              durationMs: number;
            }[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'calls.retrieve': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        callId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CallDetail'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'calls.update': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        callId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          title?: string;
          outcome?: string | null;
          clientId?: string | null;
          tagIds?: string[];
          folderIds?: string[];
          /** @description A person's words; replaces the machine's. */
          summary?: string;
        };
      };
    };
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CallDetail'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'calls.addActionItem': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        callId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
          /** @default null */
          assignee?: string | null;
          /** @default null */
          dueAt?: string | null;
        };
      };
    };
    responses: {
      /** @description Answer. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ActionItem'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'calls.deleteActionItem': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        callId: string;
        itemId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  'calls.updateActionItem': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        callId: string;
        itemId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text?: string;
          assignee?: string | null;
          dueAt?: string | null;
          isDone?: boolean;
        };
      };
    };
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ActionItem'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'calls.runStep': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        callId: string;
        step: 'transcript' | 'enrich' | 'summary' | 'index' | 'profits' | 'objections';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            jobId: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'transcripts.retrieve': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        callId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Transcript'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'transcripts.edit': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        callId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description The revision you edited; refused when somebody else was faster. */
          revision: number;
          edits: {
            index: number;
            /** @description Empty or missing keeps the words. */
            text?: string;
            speakerId?: string;
            isHidden?: boolean;
          }[];
        };
      };
    };
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Transcript'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'calls.bulkUpdate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          callIds: string[];
          change: {
            addTagIds?: string[];
            removeTagIds?: string[];
            addFolderIds?: string[];
            removeFolderIds?: string[];
            outcome?: string | null;
            clientId?: string | null;
          };
        };
      };
    };
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            changed: number;
            /** @description Give to `calls.undo` within 30 days. */
            undo: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'calls.delete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          callIds: string[];
        };
      };
    };
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            changed: number;
            undo: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'calls.facets': {
    parameters: {
      query?: {
        /** @description Words in title, people or client. */
        q?: string;
        /** @description ISO 8601 with offset or Z. */
        from?: string;
        /** @description Exclusive. */
        to?: string;
        callId?: string | string[];
        clientId?: string | string[];
        /** @description Includes folders inside. */
        folderId?: string | string[];
        tagId?: string | string[];
        speakerId?: string | string[];
        source?: string | string[];
        /** @description `none` for calls without one. */
        outcome?: string | string[];
        sentiment?: string | string[];
        minDurationMs?: number;
        maxDurationMs?: number;
        /** @description Only calls in the bin. */
        binned?: 'true' | 'false';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            clients: {
              id: string;
              name: string;
              calls: number;
            }[];
            tags: {
              id: string;
              name: string;
              color: number;
              calls: number;
            }[];
            speakers: {
              id: string;
              name: string;
              calls: number;
            }[];
            outcomes: {
              value: string;
              calls: number;
            }[];
            sources: {
              value: string;
              calls: number;
            }[];
            sentiments: {
              value: string;
              calls: number;
            }[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'calls.undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          undo: string;
        };
      };
    };
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            changed: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'chat.stream': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        answerId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'chat.stop': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        answerId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChatMessage'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'chat.list': {
    parameters: {
      query?: {
        /** @description Rows per page, 200 at most. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        q?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['ChatSession'][];
            nextCursor: string | null;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'chat.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          scope:
            | {
                /** @constant */
                kind: 'library';
              }
            | {
                /** @constant */
                kind: 'folder';
                id: string;
              }
            | {
                /** @constant */
                kind: 'tag';
                id: string;
              }
            | {
                /** @constant */
                kind: 'call';
                id: string;
              }
            | {
                /** @constant */
                kind: 'selection';
                callIds: string[];
              };
          title?: string;
        };
      };
    };
    responses: {
      /** @description Answer. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChatSession'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'chat.retrieve': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sessionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
            title: string;
            scope: components['schemas']['ChatScope'];
            /** @description Such as "Folder: Kestrel Freight". */
            scopeLabel: string;
            isPinned: boolean;
            messages: number;
            /**
             * Format: date-time
             * @description ISO 8601 with offset or Z.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset or Z.
             */
            updatedAt: string;
            thread: components['schemas']['ChatMessage'][];
            scopeCalls: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'chat.delete': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sessionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  'chat.update': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sessionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          title?: string;
          isPinned?: boolean;
          scope?:
            | {
                /** @constant */
                kind: 'library';
              }
            | {
                /** @constant */
                kind: 'folder';
                id: string;
              }
            | {
                /** @constant */
                kind: 'tag';
                id: string;
              }
            | {
                /** @constant */
                kind: 'call';
                id: string;
              }
            | {
                /** @constant */
                kind: 'selection';
                callIds: string[];
              };
        };
      };
    };
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChatSession'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'chat.ask': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sessionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
          /**
           * @description Calls mentioned by "@"; read besides the scope.
           * @default []
           */
          mentions?: string[];
          /**
           * @default auto
           * @enum {string}
           */
          engine?: 'auto' | 'local';
          /** @description An earlier question to ask anew; it and what followed go. */
          replaces?: string;
        };
      };
    };
    responses: {
      /** @description Answer. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            question: components['schemas']['ChatMessage'];
            answer: components['schemas']['ChatMessage'];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'clients.list': {
    parameters: {
      query?: {
        /** @description Rows per page, 200 at most. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        q?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Client'][];
            nextCursor: string | null;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'clients.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          domains?: string[];
          industry?: string | null;
          crmAccount?: string | null;
          owner?: string | null;
        };
      };
    };
    responses: {
      /** @description Answer. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Client'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'clients.retrieve': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Client'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'clients.delete': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  'clients.update': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        clientId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name?: string;
          domains?: string[];
          industry?: string | null;
          crmAccount?: string | null;
          owner?: string | null;
        };
      };
    };
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Client'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'folders.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Folder'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'folders.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          /** @default null */
          parentId?: string | null;
          /** @default null */
          color?: number | null;
          /** @default null */
          icon?: string | null;
          /** @default  */
          description?: string;
          /** @default false */
          isHidden?: boolean;
        };
      };
    };
    responses: {
      /** @description Answer. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Folder'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'folders.delete': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        folderId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  'folders.update': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        folderId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name?: string;
          parentId?: string | null;
          color?: number | null;
          icon?: string | null;
          description?: string;
          isHidden?: boolean;
        };
      };
    };
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Folder'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'imports.list': {
    parameters: {
      query?: {
        /** @description Rows per page, 200 at most. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Import'][];
            nextCursor: string | null;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'imports.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          files: {
            name: string;
            content: string;
            /**
             * @default utf8
             * @enum {string}
             */
            encoding?: 'utf8' | 'base64';
            facts?: {
              title?: string;
              /**
               * Format: date-time
               * @description ISO 8601 with offset or Z.
               */
              startedAt?: string;
              outcome?: string | null;
              /** @description By name; made if it does not exist. */
              client?: string;
              /** @description From the top; made if it does not exist. */
              folderPath?: string[];
              tags?: string[];
              owner?: string;
              participants?: {
                name: string;
                /** Format: email */
                email?: string;
                title?: string;
                /** @enum {string} */
                side?: 'us' | 'them' | 'unknown';
              }[];
            };
          }[];
          /** @description Put every call of this import there. */
          folderId?: string;
        };
      };
    };
    responses: {
      /** @description Answer. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Import'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'imports.retrieve': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        importId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Import'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'jobs.list': {
    parameters: {
      query?: {
        /** @description Rows per page, 200 at most. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        status?: 'queued' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled';
        name?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Job'][];
            nextCursor: string | null;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'jobs.retrieve': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'jobs.cancel': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'jobs.pause': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'jobs.resume': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'jobs.retry': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'keys.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['ApiKey'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'keys.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          /**
           * @default secret
           * @enum {string}
           */
          kind?: 'secret' | 'publishable';
          /**
           * @default live
           * @enum {string}
           */
          mode?: 'live' | 'test';
          /** @description All unless said. */
          scopes?: (
            | 'calls:read'
            | 'calls:write'
            | 'calls:delete'
            | 'transcripts:read'
            | 'transcripts:write'
            | 'folders:read'
            | 'folders:write'
            | 'tags:read'
            | 'tags:write'
            | 'clients:read'
            | 'clients:write'
            | 'speakers:read'
            | 'speakers:write'
            | 'imports:read'
            | 'imports:write'
            | 'jobs:read'
            | 'jobs:write'
            | 'search:read'
            | 'chat:read'
            | 'chat:write'
            | 'profits:read'
            | 'profits:write'
            | 'rebuttals:read'
            | 'rebuttals:write'
            | 'branding:write'
            | 'sessions:write'
            | 'keys:read'
            | 'keys:write'
          )[];
        };
      };
    };
    responses: {
      /** @description Answer. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
            name: string;
            /** @enum {string} */
            kind: 'secret' | 'publishable';
            /** @enum {string} */
            mode: 'live' | 'test';
            /** @description Its first characters; the rest was shown once. */
            preview: string;
            scopes: string[];
            /**
             * Format: date-time
             * @description ISO 8601 with offset or Z.
             */
            createdAt: string;
            lastUsedAt: string | null;
            secret: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'keys.revoke': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        keyId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  'rebuttals.objections': {
    parameters: {
      query?: {
        /** @description ISO 8601 with offset or Z. */
        from?: string;
        /** @description Exclusive. */
        to?: string;
        callId?: string | string[];
        clientId?: string | string[];
        /** @description Includes folders inside. */
        folderId?: string | string[];
        tagId?: string | string[];
        speakerId?: string | string[];
        source?: string | string[];
        /** @description `none` for calls without one. */
        outcome?: string | string[];
        sentiment?: string | string[];
        minDurationMs?: number;
        maxDurationMs?: number;
        /** @description Rows per page, 200 at most. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        kind?: string | string[];
        unanswered?: 'true' | 'false';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              id: string;
              call: components['schemas']['CallRef'];
              kind: components['schemas']['ObjectionKind'];
              evidence: components['schemas']['Evidence'];
              confidence: number;
              /** @description Null: nobody answered it. */
              reply: {
                rebuttalId: string;
                evidence: components['schemas']['Evidence'];
              } | null;
              reaction: {
                verdict: components['schemas']['Verdict'];
                evidence: components['schemas']['Evidence'] | null;
              } | null;
              /** @description Null: cannot be said. */
              worked: boolean | null;
              /** @description The buyer's next words, or the known outcome of the call. */
              judgedBy: ('next_words' | 'outcome') | null;
              engine: string;
              /** @description Where nobody answered: replies that won elsewhere. */
              suggestions: components['schemas']['Rebuttal'][];
            }[];
            nextCursor: string | null;
            total: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'profits.list': {
    parameters: {
      query?: {
        /** @description Words in title, people or client. */
        q?: string;
        /** @description ISO 8601 with offset or Z. */
        from?: string;
        /** @description Exclusive. */
        to?: string;
        callId?: string | string[];
        clientId?: string | string[];
        /** @description Includes folders inside. */
        folderId?: string | string[];
        tagId?: string | string[];
        speakerId?: string | string[];
        source?: string | string[];
        /** @description `none` for calls without one. */
        outcome?: string | string[];
        sentiment?: string | string[];
        minDurationMs?: number;
        maxDurationMs?: number;
        /** @description Rows per page, 200 at most. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        element?: string | string[];
        /** @description Without it: everything that is not rejected. */
        status?: string | string[];
        starred?: 'true' | 'false';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['ProfitsItem'][];
            nextCursor: string | null;
            total: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'profits.update': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        itemId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          statement?: string;
          /** @enum {string} */
          status?: 'to_review' | 'accepted' | 'rejected';
          isStarred?: boolean;
        };
      };
    };
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProfitsItem'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'profits.extract': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          callIds?: string[];
          folderId?: string;
          tagId?: string;
          /** @default false */
          force?: boolean;
        };
      };
    };
    responses: {
      /** @description Answer. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            jobId: string;
            calls: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'profits.overview': {
    parameters: {
      query?: {
        /** @description Words in title, people or client. */
        q?: string;
        /** @description ISO 8601 with offset or Z. */
        from?: string;
        /** @description Exclusive. */
        to?: string;
        callId?: string | string[];
        clientId?: string | string[];
        /** @description Includes folders inside. */
        folderId?: string | string[];
        tagId?: string | string[];
        speakerId?: string | string[];
        source?: string | string[];
        /** @description `none` for calls without one. */
        outcome?: string | string[];
        sentiment?: string | string[];
        minDurationMs?: number;
        maxDurationMs?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: number;
            /** @description Calls in scope that were read. */
            calls: number;
            elements: {
              element: components['schemas']['ProfitsElement'];
              total: number;
              accepted: number;
              toReview: number;
              starred: number;
            }[];
            /** @description The latest 8 calls. */
            grid: {
              call: components['schemas']['CallRef'];
              counts: {
                [key: string]: number;
              };
            }[];
            missing: {
              call: components['schemas']['CallRef'];
              elements: components['schemas']['ProfitsElement'][];
              /** @description One to ask next time. */
              question: string;
            }[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'rebuttals.list': {
    parameters: {
      query?: {
        /** @description ISO 8601 with offset or Z. */
        from?: string;
        /** @description Exclusive. */
        to?: string;
        callId?: string | string[];
        clientId?: string | string[];
        /** @description Includes folders inside. */
        folderId?: string | string[];
        tagId?: string | string[];
        speakerId?: string | string[];
        source?: string | string[];
        /** @description `none` for calls without one. */
        outcome?: string | string[];
        sentiment?: string | string[];
        minDurationMs?: number;
        maxDurationMs?: number;
        /** @description What the buyer said; replies after objections that mean the same. */
        objection?: string;
        kind?: string | string[];
        retired?: 'true' | 'false';
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Rebuttal'][];
            /** @description Kinds that the objection typed in reads as, likeliest first. */
            readsAs: components['schemas']['ObjectionKind'][];
            /** @description Objections behind these replies. */
            objections: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'rebuttals.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          kind: 'price' | 'timing' | 'authority' | 'need' | 'trust' | 'competitor' | 'status_quo' | 'other';
          name: string;
          words: string;
        };
      };
    };
    responses: {
      /** @description Answer. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Rebuttal'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'rebuttals.retrieve': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        rebuttalId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
            kind: components['schemas']['ObjectionKind'];
            name: string;
            /** @description Stable name of the approach, such as `measured_cost` or `own` for a reply of your own. */
            approach: string;
            /** @description Verbatim from `example`, or your own words where `isOwn`. */
            words: string;
            example: components['schemas']['Objection'] | null;
            /** @description Who used it, most often first. */
            speakers: string[];
            used: number;
            /** @description Times it can be said whether it worked. */
            judged: number;
            worked: number;
            won: number;
            open: number;
            lost: number;
            /** @description Lower bound (Wilson, 95 %) of the share that worked; what the list is ranked by. */
            reliability: number;
            isPinned: boolean;
            isRetired: boolean;
            isOwn: boolean;
            cases: components['schemas']['Objection'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'rebuttals.update': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        rebuttalId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name?: string;
          isPinned?: boolean;
          isRetired?: boolean;
        };
      };
    };
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Rebuttal'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'rebuttals.kinds': {
    parameters: {
      query?: {
        /** @description ISO 8601 with offset or Z. */
        from?: string;
        /** @description Exclusive. */
        to?: string;
        callId?: string | string[];
        clientId?: string | string[];
        /** @description Includes folders inside. */
        folderId?: string | string[];
        tagId?: string | string[];
        speakerId?: string | string[];
        source?: string | string[];
        /** @description `none` for calls without one. */
        outcome?: string | string[];
        sentiment?: string | string[];
        minDurationMs?: number;
        maxDurationMs?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            objections: number;
            calls: number;
            callsRead: number;
            kinds: {
              kind: components['schemas']['ObjectionKind'];
              heard: number;
              answered: number;
              answeredWell: number;
            }[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'search.query': {
    parameters: {
      query: {
        /** @description ISO 8601 with offset or Z. */
        from?: string;
        /** @description Exclusive. */
        to?: string;
        callId?: string | string[];
        clientId?: string | string[];
        /** @description Includes folders inside. */
        folderId?: string | string[];
        tagId?: string | string[];
        speakerId?: string | string[];
        source?: string | string[];
        /** @description `none` for calls without one. */
        outcome?: string | string[];
        sentiment?: string | string[];
        minDurationMs?: number;
        maxDurationMs?: number;
        q: string;
        /** @description Only what speakers with this name said. */
        speaker?: string | string[];
        intent?: string | string[];
        topic?: string | string[];
        entity?: string | string[];
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Best first; at most 3 of one call unless the scope is one call. */
            items: components['schemas']['SearchHit'][];
            /** @description Calls whose title matches. */
            calls: {
              id: string;
              title: string;
              startedAt: string | null;
              durationMs: number | null;
              outcome: string | null;
              client: components['schemas']['ClientRef'] | null;
              highlights: {
                start: number;
                end: number;
              }[];
            }[];
            callsSearched: number;
            tookMs: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'sessions.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          user: {
            /** @description Your id of the user. */
            id: string;
            name: string;
            /** Format: email */
            email?: string;
            /**
             * @default member
             * @enum {string}
             */
            role?: 'owner' | 'admin' | 'manager' | 'member' | 'coach' | 'client';
          };
          /** @description Tags this session may show; all unless said. */
          widgets?: string[];
          /** @description Less than the role allows; never more. */
          scopes?: (
            | 'calls:read'
            | 'calls:write'
            | 'calls:delete'
            | 'transcripts:read'
            | 'transcripts:write'
            | 'folders:read'
            | 'folders:write'
            | 'tags:read'
            | 'tags:write'
            | 'clients:read'
            | 'clients:write'
            | 'speakers:read'
            | 'speakers:write'
            | 'imports:read'
            | 'imports:write'
            | 'jobs:read'
            | 'jobs:write'
            | 'search:read'
            | 'chat:read'
            | 'chat:write'
            | 'profits:read'
            | 'profits:write'
            | 'rebuttals:read'
            | 'rebuttals:write'
            | 'branding:write'
            | 'sessions:write'
            | 'keys:read'
            | 'keys:write'
          )[];
          dataFilter?: {
            folderIds?: string[];
            tagIds?: string[];
            clientIds?: string[];
          };
          /** @description Where the token works; must be among the tenant's origins. */
          origins?: string[];
          /** @default 15 */
          expiresInMinutes?: number;
        };
      };
    };
    responses: {
      /** @description Answer. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
            token: string;
            /**
             * Format: date-time
             * @description ISO 8601 with offset or Z.
             */
            expiresAt: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'sessions.revoke': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sessionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  'sessions.current': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            kind: 'session' | 'key';
            user: {
              id: string;
              name: string;
              email: string | null;
            } | null;
            role: components['schemas']['RoleName'];
            permissions: string[];
            widgets: string[] | null;
            expiresAt: string | null;
            tenant: {
              id: string;
              name: string;
            };
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'sessions.revokeUser': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          userId: string;
        };
      };
    };
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            revoked: number;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'speakers.list': {
    parameters: {
      query?: {
        /** @description Rows per page, 200 at most. */
        limit?: number;
        /** @description `nextCursor` of the page before. */
        cursor?: string;
        q?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Speaker'][];
            nextCursor: string | null;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'speakers.retrieve': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        speakerId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Speaker'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'speakers.update': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        speakerId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name?: string;
          title?: string | null;
          /** @enum {string} */
          side?: 'us' | 'them' | 'unknown';
          notes?: string;
        };
      };
    };
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Speaker'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'tags.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Tag'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'tags.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          color?: number;
        };
      };
    };
    responses: {
      /** @description Answer. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Tag'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'tags.delete': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        tagId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  'tags.update': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        tagId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name?: string;
          color?: number;
        };
      };
    };
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Tag'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'tenants.retrieve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Tenant'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'tenants.update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name?: string;
          origins?: string[];
        };
      };
    };
    responses: {
      /** @description Answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Tenant'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  'tenants.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          id: string;
          name: string;
          /** @default [] */
          origins?: string[];
          /** @default {} */
          brand?: {
            name?: string;
            /** @description The brand colour; every accent follows from it. */
            color?: string;
            /** @description Hue source of the greys; the brand unless said. */
            neutral?: string | null;
            tint?: number;
            /** @description Pixels. */
            radius?: number;
            density?: number;
            textScale?: number;
            /** @description Null: the host page's font. */
            font?: string | null;
            headingFont?: string | null;
            logoUrl?: string | null;
            logoDarkUrl?: string | null;
            supportUrl?: string | null;
            poweredBy?: boolean;
          };
        };
      };
    };
    responses: {
      /** @description Answer. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            tenant: components['schemas']['Tenant'];
            secretKey: string;
            publishableKey: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
}
