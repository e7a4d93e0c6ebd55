<?php
/**
 * What the site's administrator has set: one option, read and checked here.
 *
 * @package newsrail
 */

namespace Newsrail;

defined( 'ABSPATH' ) || exit;

/** The option's name. */
const OPTION = 'newsrail_settings';

/** What may stand under every post, in the order in which it stands there. */
const KINDS = array( 'popular', 'more-like-this', 'subscribe' );

/** The least and the most items of a list: the attribute `count`. */
const COUNT_LEAST = 1;
const COUNT_MOST  = 20;

/**
 * The settings of a site that has saved none: both lists stand under every post.
 *
 * @return array<string, mixed>
 */
function default_settings(): array {
	return array(
		'under'     => array( 'popular', 'more-like-this' ),
		'count'     => 5,
		'theme'     => 'auto',
		'layout'    => 'list',
		'images'    => false,
		'meta'      => array(),
		'read'      => 'off',
		'language'  => '',
		'subscribe' => '',
		'provider'  => 'auto',
		'field'     => '',
		'topics'    => '',
		'names'     => false,
		'consent'   => '',
		'privacy'   => '',
	);
}

/**
 * The settings, complete whatever the option holds.
 *
 * @return array<string, mixed>
 */
function settings(): array {
	$saved = get_option( OPTION );
	return array_merge( default_settings(), is_array( $saved ) ? $saved : array() );
}

/**
 * Makes the option known, with what checks it.
 */
function register(): void {
	register_setting(
		OPTION,
		OPTION,
		array(
			'type'              => 'array',
			'default'           => default_settings(),
			'sanitize_callback' => __NAMESPACE__ . '\sanitized',
			'show_in_rest'      => false,
		)
	);
}
add_action( 'admin_init', __NAMESPACE__ . '\register' );

/**
 * The settings out of what a form has sent. A value that cannot be used leaves
 * that setting as it was, with a message that names it.
 *
 * @param mixed $sent What was sent.
 * @return array<string, mixed>
 */
function sanitized( $sent ): array {
	$sent  = is_array( $sent ) ? $sent : array();
	$clean = array(
		'under'   => ticked( $sent, 'under', KINDS ),
		'meta'    => ticked( $sent, 'meta', array_keys( choices()['meta'][1] ) ),
		'images'  => ! empty( $sent['images'] ),
		'names'   => ! empty( $sent['names'] ),
		'topics'  => sanitize_text_field( text( $sent, 'topics' ) ),
		'consent' => sanitize_text_field( text( $sent, 'consent' ) ),
	);
	$rules = array(
		'count'     => array(
			fn( $value ) => is_count( $value ),
			/* translators: %s: the value. */
			__( 'Stories in each list: "%s" is not a whole number from 1 to 20.', 'newsrail' ),
		),
		'language'  => array(
			fn( $value ) => '' === $value || is_language( $value ),
			/* translators: %s: the value. */
			__( 'Language: "%s" is not a language tag such as en or pt-BR.', 'newsrail' ),
		),
		'field'     => array(
			fn( $value ) => '' === $value || preg_match( '/^[a-z0-9_.\[\]-]+$/i', $value ),
			/* translators: %s: the value. */
			__( 'Name of the field: "%s" has other characters than letters, digits and _.[]-', 'newsrail' ),
		),
		'subscribe' => array(
			fn( $value ) => '' === $value || is_web_address( $value ),
			/* translators: %s: the value. */
			__( 'Address for sign-ups: "%s" is not an address that begins with http:// or https://.', 'newsrail' ),
		),
		'privacy'   => array(
			fn( $value ) => '' === $value || is_web_address( $value ),
			/* translators: %s: the value. */
			__( 'Privacy policy: "%s" is not an address that begins with http:// or https://.', 'newsrail' ),
		),
	);
	foreach ( array( 'layout', 'read', 'theme', 'provider' ) as $name ) {
		$rules[ $name ] = array(
			fn( $value ) => is_choice( $name, $value ),
			/* translators: 1: the setting, 2: the value. */
			sprintf( __( '%1$s: there is no "%2$s".', 'newsrail' ), choices()[ $name ][0], '%s' ),
		);
	}
	$before = settings();
	foreach ( $rules as $name => list( $is_good, $refusal ) ) {
		$value = trim( text( $sent, $name ) );
		if ( $is_good( $value ) ) {
			$clean[ $name ] = 'count' === $name ? (int) $value : $value;
		} else {
			$clean[ $name ] = $before[ $name ];
			add_settings_error( OPTION, $name, esc_html( sprintf( $refusal, $value ) . ' ' . __( 'It stays as it was.', 'newsrail' ) ) );
		}
	}
	return $clean;
}

/**
 * What was ticked of some boxes, in the order of the boxes.
 *
 * @param array    $sent  What was sent.
 * @param string   $name  The setting's name.
 * @param string[] $boxes What may be ticked.
 * @return string[]
 */
function ticked( array $sent, string $name, array $boxes ): array {
	$ticked = isset( $sent[ $name ] ) && is_array( $sent[ $name ] ) ? $sent[ $name ] : array();
	return array_values( array_intersect( $boxes, $ticked ) );
}

/**
 * A text out of what was sent; empty where there is none.
 *
 * @param array  $sent What was sent.
 * @param string $name The setting's name.
 */
function text( array $sent, string $name ): string {
	return isset( $sent[ $name ] ) && is_scalar( $sent[ $name ] ) ? (string) $sent[ $name ] : '';
}

/**
 * Whether a value says how many items a list may have.
 *
 * @param mixed $value The value.
 */
function is_count( $value ): bool {
	return false !== filter_var(
		$value,
		FILTER_VALIDATE_INT,
		array(
			'options' => array(
				'min_range' => COUNT_LEAST,
				'max_range' => COUNT_MOST,
			),
		)
	);
}

/**
 * Whether a text is an address of the web: http or https, with a host, and
 * nothing that an address may not have.
 *
 * @param string $value The text.
 */
function is_web_address( string $value ): bool {
	$scheme = strtolower( (string) wp_parse_url( $value, PHP_URL_SCHEME ) );
	return in_array( $scheme, array( 'http', 'https' ), true )
		&& '' !== (string) wp_parse_url( $value, PHP_URL_HOST )
		&& ! preg_match( '/[\s<>"\x00-\x1f\x7f]/', $value );
}
