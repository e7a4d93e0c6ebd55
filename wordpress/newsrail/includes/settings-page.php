<?php
/**
 * The settings page: Settings, newsrail.
 *
 * @package newsrail
 */

namespace Newsrail;

defined( 'ABSPATH' ) || exit;

/** The page's address behind options-general.php. */
const PAGE = 'newsrail';

/** Who may change the settings. */
const CAPABILITY = 'manage_options';

/**
 * Puts the page into the menu.
 */
function add_page(): void {
	add_options_page( __( 'newsrail settings', 'newsrail' ), 'newsrail', CAPABILITY, PAGE, __NAMESPACE__ . '\show_page' );
}
add_action( 'admin_menu', __NAMESPACE__ . '\add_page' );

/**
 * Makes its sections and fields known.
 */
function add_fields(): void {
	foreach ( sections() as $section => list( $title, $intro, $fields ) ) {
		$show = function () use ( $intro ) {
			if ( '' !== $intro ) {
				echo '<p>' . esc_html( $intro ) . '</p>';
			}
		};
		add_settings_section( $section, esc_html( $title ), $show, PAGE );
		foreach ( $fields as $name => list( $label, $kind, $choices, $help ) ) {
			$field = array(
				'name'    => $name,
				'title'   => $label,
				'kind'    => $kind,
				'choices' => $choices,
				'help'    => $help,
			);
			if ( ! in_array( $kind, array( 'checkbox', 'checkboxes' ), true ) ) {
				$field['label_for'] = "newsrail-$name";
			}
			add_settings_field( $name, esc_html( $label ), __NAMESPACE__ . '\show_field', PAGE, $section, $field );
		}
	}
}
add_action( 'admin_init', __NAMESPACE__ . '\add_fields' );

/**
 * Shows the page. options.php takes what it sends, and asks for the nonce and
 * the capability.
 */
function show_page(): void {
	if ( ! current_user_can( CAPABILITY ) ) {
		return;
	}
	echo '<div class="wrap"><h1>' . esc_html( get_admin_page_title() ) . '</h1>';
	show_status();
	echo '<form action="options.php" method="post">';
	settings_fields( OPTION );
	do_settings_sections( PAGE );
	submit_button();
	echo '</form></div>';
}

/**
 * A link to the page beside the plugin's name in the list of plugins.
 *
 * @param string[] $links The links that stand there.
 * @return string[]
 */
function with_settings_link( $links ): array {
	$url = admin_url( 'options-general.php?page=' . PAGE );
	return array_merge( array( '<a href="' . esc_url( $url ) . '">' . esc_html__( 'Settings', 'newsrail' ) . '</a>' ), (array) $links );
}
add_filter( 'plugin_action_links_' . plugin_basename( NEWSRAIL_FILE ), __NAMESPACE__ . '\with_settings_link' );
