// Generated, do not edit. Made by `make generate`.
// From specs/v1/rest.openapi.yaml (sha256 bfd034172890f8f1).
// From specs/v1/schemas.yaml (sha256 63ef74b0cbafb24d).

export interface paths {
    "/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a user
         * @description Provisions a user in one of the platform's accounts.
         */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/user_sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mint a session token
         * @description A short-lived token for one user. There is no refresh: to extend a session, mint another. An unknown user and a user of another platform look the same (404).
         */
        post: operations["createUserSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{user}/revoke_sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke all sessions of a user
         * @description Every token minted before this moment stops working on REST routes and at connection; a connected phone keeps the calls that are up, and is disconnected with `session_revoked` when it next places, answers, transfers or receives a call, or asks for presence.
         */
        post: operations["revokeUserSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webrtc/ice-servers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ICE servers
         * @description The STUN and TURN servers for this user's calls, with credentials that expire.
         */
        get: operations["getIceServers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The user's own presence
         * @description The status that the user has set, whether or not a phone is connected or in a call.
         */
        get: operations["getPresence"];
        /**
         * Set the user's own presence
         * @description Those who watch the user get `presence.update`. An absent or null text clears the text.
         */
        put: operations["setPresence"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/emergency-address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The user's emergency address
         * @description Where emergency services are sent for this user (E911). 404 when none is set.
         */
        get: operations["getEmergencyAddress"];
        put?: never;
        /**
         * Set the user's emergency address
         * @description Validates and stores the address, replacing an older one; it opens calls to the public network at once. 422 with `suggestions` when it matches no civic address.
         */
        post: operations["setEmergencyAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The account's users
         * @description A page of the users of this user's account. Follow `next_page_url` for more.
         */
        get: operations["listDirectory"];
        put?: never;
        post?: never;
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
        /** @description A new user; everything is optional. */
        CreateUserRequest: {
            name?: components["schemas"]["DisplayName"];
            /** @description An e-mail address. */
            email?: string;
            /** @description 2 to 8 digits, free in the account. Without it the service picks one. */
            extension?: string;
        };
        /** @description A user of an account. */
        User: {
            id: components["schemas"]["UserId"];
            account: components["schemas"]["AccountId"];
            name: components["schemas"]["DisplayName"] | null;
            /** @description An e-mail address. */
            email: string | null;
            /** @description The number that colleagues dial. */
            extension: string | null;
            created_at: components["schemas"]["Timestamp"];
        };
        /** @description For whom, and for how long. */
        CreateUserSessionRequest: {
            user: components["schemas"]["UserId"];
            /**
             * @description The token's life in seconds; 24 hours when absent, 7 days at most.
             * @default 86400
             */
            ttl_seconds?: number;
        };
        /** @description A minted session. */
        UserSession: {
            user: components["schemas"]["UserId"];
            account: components["schemas"]["AccountId"];
            client_secret: components["schemas"]["SessionToken"];
            expires_at: components["schemas"]["Timestamp"];
        };
        /** @description Nothing to say; an empty object. */
        RevokeUserSessionsRequest: Record<string, never>;
        /** @description When a user's sessions were revoked. */
        SessionRevocation: {
            user: components["schemas"]["UserId"];
            sessions_revoked_at: components["schemas"]["Timestamp"];
        };
        /** @description The addresses of one server. */
        IceUrls: string[];
        /** @description One STUN or TURN server, in the form of RTCIceServer. */
        IceServer: {
            urls: string | components["schemas"]["IceUrls"];
            /** @description For TURN. */
            username?: string;
            /** @description For TURN. */
            credential?: string;
        };
        /** @description ICE servers and when their credentials expire. */
        IceServers: {
            /** @description In the order of preference; may be empty. */
            ice_servers: components["schemas"]["IceServer"][];
            expires_at: components["schemas"]["Timestamp"];
        };
        /** @description The status that a user has set. */
        OwnPresence: {
            status: components["schemas"]["OwnPresenceStatus"];
            status_text: components["schemas"]["StatusText"] | null;
            updated_at: components["schemas"]["Timestamp"];
        };
        /** @description The status to set. */
        SetPresenceRequest: {
            status: components["schemas"]["OwnPresenceStatus"];
            status_text?: components["schemas"]["StatusText"] | null;
        };
        /** @description A civic address. */
        EmergencyAddressRequest: {
            /** @description Street address. */
            street: string;
            /** @description Suite, floor, apartment, room number. */
            street2?: string | null;
            /** @description City. */
            city: string;
            /** @description Two-letter state or province code. */
            state: string;
            /** @description ZIP or postal code. */
            zip: string;
            /** @description Two-letter country code (ISO 3166-1). */
            country: string;
        };
        /** @description A validated address. */
        EmergencyAddress: {
            id: components["schemas"]["EmergencyAddressId"];
            /** @description Street address. */
            street: string;
            /** @description Suite, floor, apartment, room number. */
            street2: string | null;
            /** @description City. */
            city: string;
            /** @description Two-letter state or province code. */
            state: string;
            /** @description ZIP or postal code. */
            zip: string;
            /** @description Two-letter country code. */
            country: string;
            validated_at: components["schemas"]["Timestamp"];
        };
        /** @description A civic address that may have been meant. */
        AddressSuggestion: {
            /** @description Street address. */
            street: string;
            /** @description Suite, floor, apartment, room number. */
            street2?: string | null;
            /** @description City. */
            city: string;
            /** @description Two-letter state or province code. */
            state: string;
            /** @description ZIP or postal code. */
            zip: string;
            /** @description Two-letter country code. */
            country: string;
        };
        /** @description One user of the account. */
        DirectoryEntry: {
            user: components["schemas"]["UserId"];
            display_name: components["schemas"]["DisplayName"];
        };
        /** @description A page of users. */
        DirectoryPage: {
            /**
             * @description Always `list`.
             * @constant
             */
            object: "list";
            /** @description The path of this list. */
            url: string;
            /** @description The path of the next page, starting with `/`; null on the last one. */
            next_page_url: string | null;
            /** @description The path of the page before, starting with `/`; null on the first one. */
            previous_page_url: string | null;
            /** @description The users of this page. */
            data: components["schemas"]["DirectoryEntry"][];
        };
        /**
         * @description Today's codes of REST errors. Later versions may add some, so a client must not fail on one that it does not know.
         * @enum {string}
         */
        RestErrorCode: "invalid_request" | "unauthorized" | "token_expired" | "session_revoked" | "not_found" | "method_not_allowed" | "payload_too_large" | "conflict" | "idempotency_mismatch" | "address_not_found" | "rate_limited" | "internal_error";
        /** @description What went wrong. */
        ErrorBody: {
            /** @description A sentence for a person. */
            error: string;
            code?: components["schemas"]["RestErrorCode"];
            /** @description The kind of the error. */
            type?: string;
            /** @description The parameter or field that is wrong. */
            param?: string;
            /** @description Where to read more. */
            doc_url?: string;
            /** @description Addresses that may have been meant. */
            suggestions?: components["schemas"]["AddressSuggestion"][];
        };
        /**
         * @description Id of an account: `acct_` and 26 characters of Crockford base32 (a TypeID). Treat it as opaque: a receiver does not insist on the pattern.
         * @example acct_01h2xcejqtf2nbrexx3vqjhp40
         */
        AccountId: string;
        /**
         * @description A person's name as others see it.
         * @example Alice Example
         */
        DisplayName: string;
        /**
         * @description Id of a user: `user_` and 26 characters of Crockford base32 (a TypeID). Treat it as opaque: a receiver does not insist on the pattern.
         * @example user_01h2xcejqtf2nbrexx3vqjhp42
         */
        UserId: string;
        /**
         * Format: date-time
         * @description A moment, as RFC 3339.
         * @example 2026-03-02T09:30:00.000Z
         */
        Timestamp: string;
        /** @description A user session token: a signed JWT. A client may read the claims `sub` (user id) and `exp` (seconds since the epoch) without verifying them. It is a secret: it travels in a `Bearer` header or in the first signalling frame, never in a URL. */
        SessionToken: string;
        /**
         * @description What a user may set. `dnd` is do not disturb: callers end with `busy`. It is kept over connections.
         * @enum {string}
         */
        OwnPresenceStatus: "available" | "dnd" | "away";
        /**
         * @description A free line beside the status, at most 140 characters.
         * @example Back at two
         */
        StatusText: string;
        /**
         * @description Id of a validated emergency address: `emerg_` and 26 characters of Crockford base32. A phone that presents it when it authenticates says "I am still there".
         * @example emerg_01h2xcejqtf2nbrexx3vqjhp44
         */
        EmergencyAddressId: string;
    };
    responses: {
        /** @description The user's own presence. */
        OwnPresence: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OwnPresence"];
            };
        };
        /** @description The validated address. */
        EmergencyAddress: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EmergencyAddress"];
            };
        };
        /** @description The request cannot be read. */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The credential is missing, wrong, expired or revoked. */
        Unauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description There is no such thing, or it is not this caller's. */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description It contradicts what is there. */
        Conflict: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The body is larger than the service reads. */
        PayloadTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description A value is not acceptable. */
        Unprocessable: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Too many requests in a short time. */
        TooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The service failed. */
        InternalError: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
    };
    parameters: {
        /** @description The account to work in; one of the platform's. */
        DialStackAccount: components["schemas"]["AccountId"];
        /** @description 1 to 255 characters; the same key with the same request gets the first response again, with another request 409. A key of another length is refused (400). */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: {
        /** @description Names this request in the service's logs. */
        RequestId: string;
        /** @description The least number of seconds to wait. */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    createUser: {
        parameters: {
            query?: never;
            header: {
                /** @description The account to work in; one of the platform's. */
                "DialStack-Account": components["parameters"]["DialStackAccount"];
                /** @description 1 to 255 characters; the same key with the same request gets the first response again, with another request 409. A key of another length is refused (400). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateUserRequest"];
            };
        };
        responses: {
            /** @description The user. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    createUserSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key with the same request gets the first response again, with another request 409. A key of another length is refused (400). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateUserSessionRequest"];
            };
        };
        responses: {
            /** @description The session. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserSession"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    revokeUserSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 characters; the same key with the same request gets the first response again, with another request 409. A key of another length is refused (400). */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The user. */
                user: components["schemas"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeUserSessionsRequest"];
            };
        };
        responses: {
            /** @description The moment that cuts. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionRevocation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    getIceServers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The servers. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IceServers"];
                };
            };
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    getPresence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OwnPresence"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    setPresence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPresenceRequest"];
            };
        };
        responses: {
            200: components["responses"]["OwnPresence"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    getEmergencyAddress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["EmergencyAddress"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    setEmergencyAddress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmergencyAddressRequest"];
            };
        };
        responses: {
            200: components["responses"]["EmergencyAddress"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    listDirectory: {
        parameters: {
            query?: {
                /** @description How many users a page holds. */
                limit?: number;
                /** @description Where the page starts; taken from a `…_page_url`. */
                page?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
}
