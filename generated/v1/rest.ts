// Generated, do not edit. Made by `make generate`.
// From specs/v1/rest.openapi.yaml (sha256 6b92b727e0086960).
// From specs/v1/schemas.yaml (sha256 388456410d5bfc0d).

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
         * @description Creates a user in one of the platform's accounts.
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
         * @description Mints a short-lived token for one user. A token cannot be extended: mint another one instead. For a user of another platform the answer is 404, as for an unknown user.
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
         * @description From now on, REST and new connections refuse every token that was minted before. A connected phone keeps its active calls. The service disconnects it with `session_revoked` when it next places, answers, transfers or receives a call, or subscribes to presence.
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
         * @description The STUN and TURN servers for this user's calls. Their credentials expire.
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
         * @description The status that the user has set. It does not depend on whether a phone is connected or in a call.
         */
        get: operations["getPresence"];
        /**
         * Set the user's own presence
         * @description Sets the status and its text. Without `status_text`, or with null, the text is cleared. Phones that watch the user get `presence.update`.
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
         * @description The address to which emergency services are sent for this user (E911). 404 if none is set.
         */
        get: operations["getEmergencyAddress"];
        put?: never;
        /**
         * Set the user's emergency address
         * @description Validates and saves the address. It replaces an earlier one. The user can call the public network from then on. If the address does not match a civic address, the answer is 422 with `suggestions`.
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
         * @description A page of the users of this user's account. Request `next_page_url` for the next page.
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
        /** @description A new user. All fields are optional. */
        CreateUserRequest: {
            name?: components["schemas"]["DisplayName"];
            /** @description An e-mail address. */
            email?: string;
            /** @description 2 to 8 digits that no other user of the account has. Without it, the service chooses one. */
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
        /** @description The user, and how long the token is valid. */
        CreateUserSessionRequest: {
            user: components["schemas"]["UserId"];
            /**
             * @description How long the token is valid, in seconds. The default is 24 hours, the maximum 7 days.
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
        /** @description An empty object. */
        RevokeUserSessionsRequest: Record<string, never>;
        /** @description When a user's sessions were revoked. */
        SessionRevocation: {
            user: components["schemas"]["UserId"];
            sessions_revoked_at: components["schemas"]["Timestamp"];
        };
        /** @description The URLs of one server. */
        IceUrls: string[];
        /** @description One STUN or TURN server, in the format of `RTCIceServer`. */
        IceServer: {
            urls: string | components["schemas"]["IceUrls"];
            /** @description For TURN. */
            username?: string;
            /** @description For TURN. */
            credential?: string;
        };
        /** @description The ICE servers, and when their credentials expire. */
        IceServers: {
            /** @description The servers in order of preference. The list may be empty. */
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
        /** @description A civic address that the user may have meant. */
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
            /** @description The path of the next page, starting with `/`. Null on the last page. */
            next_page_url: string | null;
            /** @description The path of the previous page, starting with `/`. Null on the first page. */
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
         * @description The id of an account: `acct_` and 26 characters of Crockford base32 (a TypeID). Treat it as opaque and do not check its format.
         * @example acct_01h2xcejqtf2nbrexx3vqjhp40
         */
        AccountId: string;
        /**
         * @description The name of a person, as others see it.
         * @example Alice Example
         */
        DisplayName: string;
        /**
         * @description The id of a user: `user_` and 26 characters of Crockford base32 (a TypeID). Treat it as opaque and do not check its format.
         * @example user_01h2xcejqtf2nbrexx3vqjhp42
         */
        UserId: string;
        /**
         * Format: date-time
         * @description A point in time, in the format of RFC 3339.
         * @example 2026-03-02T09:30:00.000Z
         */
        Timestamp: string;
        /** @description A user session token, which is a signed JWT. A client may read the claims `sub` (user id) and `exp` (seconds since the epoch) without verifying the signature. The token is a secret. Send it only in a `Bearer` header or in a signalling frame, never in a URL. */
        SessionToken: string;
        /**
         * @description The status that a user sets. It stays set while no phone is connected. With `dnd` (do not disturb), calls to the user end as `busy`.
         * @enum {string}
         */
        OwnPresenceStatus: "available" | "dnd" | "away";
        /**
         * @description A text that is shown with the status, at most 140 characters.
         * @example Back at two
         */
        StatusText: string;
        /**
         * @description The id of a validated emergency address: `emerg_` and 26 characters of Crockford base32. A phone that sends it in `authenticate` confirms that its user is still at that address.
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
        /** @description The account to use. It must belong to the platform. */
        DialStackAccount: components["schemas"]["AccountId"];
        /** @description Makes a request safe to repeat. The same key with the same request returns the first response again. The same key with another request is refused with 409. A key has 1 to 255 characters, otherwise it is refused with 400. */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: {
        /** @description The id of this request in the service's logs. Mention it when you report a problem. */
        RequestId: string;
        /** @description How many seconds to wait at least before you repeat the request. */
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
                /** @description The account to use. It must belong to the platform. */
                "DialStack-Account": components["parameters"]["DialStackAccount"];
                /** @description Makes a request safe to repeat. The same key with the same request returns the first response again. The same key with another request is refused with 409. A key has 1 to 255 characters, otherwise it is refused with 400. */
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
                /** @description Makes a request safe to repeat. The same key with the same request returns the first response again. The same key with another request is refused with 409. A key has 1 to 255 characters, otherwise it is refused with 400. */
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
                /** @description Makes a request safe to repeat. The same key with the same request returns the first response again. The same key with another request is refused with 409. A key has 1 to 255 characters, otherwise it is refused with 400. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The id of the user. */
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
            /** @description When the sessions were revoked. Tokens minted before are refused. */
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
                /** @description How many users a page has at most. */
                limit?: number;
                /** @description Where the page starts. Take it from `next_page_url` or `previous_page_url`. */
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
