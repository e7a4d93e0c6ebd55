<?php
/**
 * The fields of the settings page, as WordPress's Settings API has them.
 *
 * @package newsrail
 */

namespace Newsrail;

defined( 'ABSPATH' ) || exit;

/**
 * The sections of the page: title, what is said below it, and fields. A field
 * is a label, a kind of input, its choices or none, and what is said below it.
 *
 * @return array<string, array{string, string, array<string, array{string, string, array, string}>}>
 */
function sections(): array {
	return array(
		'under'   => array(
			__( 'Under every post', 'newsrail' ),
			__( 'Elements can also be placed one by one: as the blocks "Popular", "More like this" and "Subscribe", or as the shortcodes [newsrail_popular], [newsrail_more_like_this] and [newsrail_subscribe].', 'newsrail' ),
			array(
				'under' => array( __( 'What stands there', 'newsrail' ), 'checkboxes', labels_of_kinds(), __( 'Subscribe shows once an address below takes sign-ups.', 'newsrail' ) ),
			),
		),
		'look'    => array(
			__( 'Look and language', 'newsrail' ),
			'',
			array(
				'count'    => array( __( 'Stories in each list', 'newsrail' ), 'number', array(), '' ),
				'layout'   => select( 'layout', '' ),
				'images'   => array( __( 'Pictures', 'newsrail' ), 'checkbox', array( __( 'Show the featured picture of each story', 'newsrail' ) ), __( 'Cards and the carousel always have one, headlines alone never.', 'newsrail' ) ),
				'meta'     => array( choices()['meta'][0], 'checkboxes', choices()['meta'][1], __( 'Headlines alone have no such line.', 'newsrail' ) ),
				'read'     => select( 'read', __( 'Which stories those are is kept in the reader’s own browser, and never sent. As all others, nothing is kept.', 'newsrail' ) ),
				'theme'    => select( 'theme', '' ),
				'language' => array( __( 'Language', 'newsrail' ), 'text', array(), __( 'A language tag such as en or pt-BR. Leave it empty for the language of the page.', 'newsrail' ) ),
			),
		),
		'sign-up' => array(
			__( 'Where sign-ups go', 'newsrail' ),
			__( 'What a reader enters goes from their browser to this address, and nowhere else.', 'newsrail' ),
			array(
				'subscribe' => array( __( 'Address', 'newsrail' ), 'text', array(), __( 'It begins with http:// or https://. For Ghost and Substack it is the site, for Buttondown, Mailchimp and Kit the address in their embedded form, for a page of your own the page.', 'newsrail' ) ),
				'provider'  => select( 'provider', '' ),
				'topics'    => array( __( 'Lists to choose from', 'newsrail' ), 'text', array(), __( 'As the provider names them, with what readers read: id=Morning news, other=Weekend. A single one is sent without asking.', 'newsrail' ) ),
				'names'     => array( __( 'Name', 'newsrail' ), 'checkbox', array( __( 'Readers may give a name', 'newsrail' ) ), '' ),
				'consent'   => array( __( 'Line of consent', 'newsrail' ), 'text', array(), '' ),
				'privacy'   => array( __( 'Privacy policy', 'newsrail' ), 'text', array(), __( 'The address of the page behind that line.', 'newsrail' ) ),
				'field'     => array( __( 'Name of the field', 'newsrail' ), 'text', array(), __( 'What an address of your own calls the e-mail address; "email" if this is empty.', 'newsrail' ) ),
			),
		),
	);
}

/**
 * What an administrator reads for each element.
 *
 * @return array<string, string>
 */
function labels_of_kinds(): array {
	return array(
		'popular'        => __( 'Popular', 'newsrail' ),
		'more-like-this' => __( 'More like this', 'newsrail' ),
		'subscribe'      => __( 'Subscribe', 'newsrail' ),
	);
}

/**
 * A field for one of some words.
 *
 * @param string $name The attribute that knows them.
 * @param string $help What is said below it.
 * @return array{string, string, array<string, string>, string}
 */
function select( string $name, string $help ): array {
	list( $title, $words ) = choices()[ $name ];
	return array( $title, 'select', $words, $help );
}

/**
 * Shows one field.
 *
 * @param array $field Its name, kind of input, choices, and what is said below it.
 */
function show_field( array $field ): void {
	list( $name, $kind, $choices, $help ) = array( $field['name'], $field['kind'], $field['choices'], $field['help'] );

	$value = settings()[ $name ];
	$id    = "newsrail-$name";
	$key   = OPTION . "[$name]";
	switch ( $kind ) {
		case 'checkboxes':
			echo '<fieldset><legend class="screen-reader-text"><span>' . esc_html( $field['title'] ) . '</span></legend>';
			foreach ( $choices as $choice => $label ) {
				printf( '<label><input type="checkbox" name="%s[]" value="%s"%s> %s</label><br>', esc_attr( $key ), esc_attr( $choice ), checked( in_array( $choice, $value, true ), true, false ), esc_html( $label ) ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- checked() gives a constant.
			}
			echo '</fieldset>';
			break;
		case 'checkbox':
			printf( '<label><input type="checkbox" id="%s" name="%s" value="1"%s> %s</label>', esc_attr( $id ), esc_attr( $key ), checked( $value, true, false ), esc_html( $choices[0] ) ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- As above.
			break;
		case 'select':
			printf( '<select id="%s" name="%s">', esc_attr( $id ), esc_attr( $key ) );
			foreach ( $choices as $choice => $label ) {
				printf( '<option value="%s"%s>%s</option>', esc_attr( $choice ), selected( $value, $choice, false ), esc_html( $label ) ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- selected() gives a constant.
			}
			echo '</select>';
			break;
		case 'number':
			printf( '<input type="number" id="%s" name="%s" value="%s" min="%d" max="%d" class="small-text">', esc_attr( $id ), esc_attr( $key ), esc_attr( $value ), (int) COUNT_LEAST, (int) COUNT_MOST );
			break;
		default:
			printf( '<input type="text" id="%s" name="%s" value="%s" class="regular-text"%s>', esc_attr( $id ), esc_attr( $key ), esc_attr( $value ), '' === $help ? '' : ' aria-describedby="' . esc_attr( "$id-help" ) . '"' );
	}
	if ( '' !== $help ) {
		printf( '<p class="description" id="%s">%s</p>', esc_attr( "$id-help" ), esc_html( $help ) );
	}
}
